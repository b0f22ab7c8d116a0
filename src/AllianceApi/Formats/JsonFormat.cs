using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;

namespace AllianceApi.Formats;

/// <summary>Nodes and edges as <see cref="GraphResponse"/> has them.</summary>
internal static class JsonFormat
{
    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        using var json = new JsonBuffer();
        json.Raw("{\"revision\":"u8);
        json.Number(view.Graph.Revision);
        json.Raw(",\"nodes\":["u8);
        var separator = "";
        foreach (var row in view.Nodes)
        {
            json.Ascii(separator);
            separator = ",\n";
            Node(json, view, row);
            await MoveAsync(json, output);
        }
        json.Raw("],\"edges\":["u8);
        separator = "";
        foreach (var row in view.Edges)
        {
            json.Ascii(separator);
            separator = ",\n";
            Edge(json, view, view.Fact(row));
            await MoveAsync(json, output);
        }
        json.Raw("]}\n"u8);
        await MoveAsync(json, output);
    }

    private static ValueTask MoveAsync(JsonBuffer json, Utf8Output output)
    {
        output.Utf8(json.Written);
        json.Truncate(0);
        return output.SendAsync();
    }

    private static void Node(JsonBuffer json, GraphView view, int row)
    {
        var entity = view.Entity(row);
        json.Raw("{\"id\":"u8);
        json.String(entity.Id);
        Text(json, "kind", view.Kind(row).Id);
        Text(json, "name", entity.Name);
        Texts(json, "aliases", entity.Aliases);
        Text(json, "summary", entity.Summary);
        Texts(json, "sameAs", entity.SameAs);
        foreach (var (field, values) in view.TypedOf(row))
        {
            if (field.Several)
                Texts(json, field.Name, values);
            else
                Text(json, field.Name, values[0]);
        }
        json.Raw(",\"attributes\":"u8);
        json.Array(view.Graph.Entities[row].Attributes, fact => Attribute(json, view, view.Fact(fact)));
        json.Raw("}"u8);
    }

    private static void Attribute(JsonBuffer json, GraphView view, FactRow fact)
    {
        json.Raw("{\"id\":\""u8);
        FactWriter.Id(json, view.Graph, fact);
        json.Raw("\""u8);
        Text(json, "name", fact.Name);
        Text(json, "value", fact.Literal!.Value);
        Said(json, view, fact);
    }

    private static void Edge(JsonBuffer json, GraphView view, FactRow fact)
    {
        json.Raw("{\"id\":\""u8);
        FactWriter.Id(json, view.Graph, fact);
        json.Raw("\""u8);
        Text(json, "subject", view.Id(fact.Subject));
        Text(json, "predicate", fact.Name);
        Text(json, "object", view.Id(fact.Object));
        json.Raw(",\"negated\":"u8);
        json.Bool(fact.Negated);
        Said(json, view, fact);
    }

    /// <summary>What relations and attributes have in common, to the end.</summary>
    private static void Said(JsonBuffer json, GraphView view, FactRow fact)
    {
        FactWriter.Strength(json, fact.Strength);
        Texts(json, "attributedTo", [.. view.BearersOf(fact)]);
        json.Raw(",\"contested\":"u8);
        json.Bool(fact.Contested);
        FactWriter.Times(json, fact.Period);
        Texts(json, "statements", [.. view.StatementsOf(fact)]);
        json.Raw("}"u8);
    }

    private static void Text(JsonBuffer json, string name, string value)
    {
        json.Ascii($",\"{name}\":");
        json.String(value);
    }

    private static void Texts(JsonBuffer json, string name, IReadOnlyList<string> values)
    {
        json.Ascii($",\"{name}\":");
        json.Array(values, json.String);
    }
}
