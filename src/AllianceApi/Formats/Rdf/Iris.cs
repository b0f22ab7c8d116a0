using System.Text;
using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Formats.Rdf;

/// <summary>The IRIs of one graph: those at which its records are served.</summary>
internal sealed class Iris(string address)
{
    /// <summary>What the IRIs of records begin with.</summary>
    public string Base { get; } = $"{address}/api/v1/";

    /// <summary>What the terms of our vocabulary begin with.</summary>
    public string Terms { get; } = $"{address}/vocabulary#";

    /// <summary>What the predicates of the graph begin with.</summary>
    public string Predicates { get; } = $"{address}/api/v1/schema/predicates/";

    public string Context { get; } = $"{address}/context.jsonld";

    public string Vocabulary { get; } = $"{address}/vocabulary";

    /// <summary>The namespaces with their prefixes, those that are looked at first, first.</summary>
    public IReadOnlyList<(string Prefix, string Namespace)> Prefixes =>
    [
        ("a", Terms), ("p", Predicates), ("rdf", Names.Rdf), ("rdfs", Names.Rdfs), ("owl", Names.Owl), ("xsd", Names.Xsd),
        ("skos", Names.Skos), ("prov", Names.Prov), ("dcterms", Names.Dcterms), ("schema", Names.Schema),
    ];

    public string Term(string name) => Terms + name;

    public string Class(Kind kind) => Terms + kind.Name;

    public string Entity(GraphView view, int row) => $"{address}{view.Kind(row).PathOf(view.Id(row))}";

    public string Fact(GraphView view, FactRow fact) => $"{Base}{(fact.IsAttribute ? "attributes" : "relations")}/{view.Graph.IdOf(fact)}";

    public string Statement(string id) => $"{Base}statements/{id}";

    public string Document(string id) => $"{Base}documents/{id}";

    public string Passage(string document, string locator) => $"{Base}documents/{document}/passages/{locator}";

    public string Predicate(string id) => Predicates + id;

    /// <summary>What a fact's predicate or attribute is as a property.</summary>
    public string Property(FactRow fact) => fact.IsAttribute ? Term(fact.Name) : Predicate(fact.Name);

    /// <summary>An address of somebody else's, with what no IRI may have percent-encoded.</summary>
    public static string Safe(string url)
    {
        var safe = new StringBuilder(url.Length);
        foreach (var rune in url.EnumerateRunes())
        {
            if (rune.Value <= ' ' || rune.Value is '<' or '>' or '"' or '{' or '}' or '|' or '^' or '`' or '\\' or 0x7F)
                safe.Append(Uri.HexEscape((char)rune.Value));
            else
                safe.Append(rune.ToString());
        }
        return safe.ToString();
    }
}
