using System.Xml;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;

namespace AllianceApi.Formats;

/// <summary>GraphML, with a key for every member that a kind may have.</summary>
internal static class GraphMlFormat
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly string[] NodeKeys =
        ["label", "kind", "summary", "aliases", "sameAs", .. Catalogue.Kinds.SelectMany(kind => kind.Fields).Select(field => field.Name).Distinct().Order(StringComparer.Ordinal)];

    private static readonly string[] EdgeKeys = ["label", "predicate", "standing", "modality", "attributedTo", "validFrom", "validTo", "statements"];

    private static readonly string[] EdgeFlags = ["negated", "contested"];

    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        var xml = XmlWriter.Create(output, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartElement("graphml", Namespace);
        Keys(xml);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", view.Name);
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var row in view.Nodes)
        {
            Node(xml, view, row);
            xml.Flush();
            await output.SendAsync();
        }
        foreach (var row in view.Edges)
        {
            Edge(xml, view, view.Fact(row));
            xml.Flush();
            await output.SendAsync();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void Keys(XmlWriter xml)
    {
        foreach (var name in NodeKeys)
            Key(xml, "node", name, "string");
        foreach (var name in EdgeKeys)
            Key(xml, "edge", name, "string");
        foreach (var name in EdgeFlags)
            Key(xml, "edge", name, "boolean");
    }

    private static void Key(XmlWriter xml, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", $"{of}-{name}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Node(XmlWriter xml, GraphView view, int row)
    {
        var entity = view.Entity(row);
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", entity.Id);
        Data(xml, "node", "label", entity.Name);
        Data(xml, "node", "kind", view.Kind(row).Id);
        Data(xml, "node", "summary", entity.Summary);
        Data(xml, "node", "aliases", string.Join("; ", entity.Aliases));
        Data(xml, "node", "sameAs", string.Join(' ', entity.SameAs));
        foreach (var (field, values) in view.TypedOf(row))
            Data(xml, "node", field.Name, string.Join("; ", values));
        xml.WriteEndElement();
    }

    private static void Edge(XmlWriter xml, GraphView view, FactRow fact)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", view.Graph.IdOf(fact));
        xml.WriteAttributeString("source", view.Id(fact.Subject));
        xml.WriteAttributeString("target", view.Id(fact.Object));
        Data(xml, "edge", "label", fact.Predicate!.Predicate.Label);
        Data(xml, "edge", "predicate", fact.Name);
        Data(xml, "edge", "standing", Fragments.Word(fact.Strength.Standing));
        Data(xml, "edge", "modality", Fragments.Word(fact.Strength.Modality));
        Data(xml, "edge", "attributedTo", string.Join(' ', view.BearersOf(fact)));
        Data(xml, "edge", "validFrom", fact.Period?.From?.ToString());
        Data(xml, "edge", "validTo", fact.Period?.To?.ToString());
        Data(xml, "edge", "statements", string.Join(' ', view.StatementsOf(fact)));
        Data(xml, "edge", "negated", fact.Negated ? "true" : "false");
        Data(xml, "edge", "contested", fact.Contested ? "true" : "false");
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string of, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", $"{of}-{name}");
        xml.WriteString(Labels.ForXml(value));
        xml.WriteEndElement();
    }
}
