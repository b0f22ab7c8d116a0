using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace AllianceApi.Tests.Export;

public partial class RdfTests(ExportApi api)
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Vocabulary = "http://localhost/vocabulary#";

    [Fact]
    public async Task Json_ld_over_the_served_context_is_the_same_triples()
    {
        var context = (await api.GetJson("/context.jsonld"))["@context"]!.AsObject();
        var nodes = (await api.GetJson("/api/v1/graph?format=jsonld"))["@graph"]!.AsArray();
        Assert.Equal(await Triples(), nodes.SelectMany(node => Expanded(node!.AsObject(), context)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_stated_asserted_and_uncontradicted_is_a_triple_of_its_own()
    {
        var triples = await Triples();
        Assert.All(api.Graph.Facts, fact =>
        {
            var iri = $"<http://localhost/api/v1/{(fact.IsAttribute ? "attributes" : "relations")}/{api.Graph.IdOf(fact)}>";
            string Part(string name) => triples.Single(triple => triple.StartsWith($"{iri} <{Rdf}{name}> ", StringComparison.Ordinal)).Split(' ', 3)[2];
            Assert.Equal(fact is { IsPlain: true, Contested: false }, triples.Contains($"{Part("subject")} {Part("predicate")} {Part("object")}"));
            Assert.Contains(triples, triple => triple.StartsWith($"{iri} <{Vocabulary}evidence> ", StringComparison.Ordinal));
            Assert.Contains($"{iri} <{Vocabulary}negated> \"{(fact.Negated ? "true" : "false")}\"^^<http://www.w3.org/2001/XMLSchema#boolean>", triples);
        });
    }

    [Fact]
    public async Task Every_term_of_our_own_is_in_the_vocabulary_with_words()
    {
        var vocabulary = await api.GetText("/vocabulary");
        var used = (await Triples()).SelectMany(triple => Own().Matches(triple).Select(match => match.Groups["term"].Value)).Distinct();
        Assert.All(used, term => Assert.Matches($@"(?m)^a:{term}\n  a [^\n]+(\n  rdfs:sub[^\n]+)?\n  rdfs:label ""{term}"" ;\n  rdfs:comment ""[^""]+", vocabulary));
        Assert.DoesNotContain("rdfs:comment \"\"", vocabulary, StringComparison.Ordinal);
    }

    /// <summary>The triples of the N-Triples export, each checked for its form and without its full stop.</summary>
    private async Task<List<string>> Triples()
    {
        var lines = (await api.GetText("/api/v1/graph?format=ntriples")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(Line(), line));
        Assert.Distinct(lines);
        return [.. lines.Select(line => line[..^2]).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Expanded(JsonObject node, JsonObject context)
    {
        var subject = $"<{Iri((string)node["@id"]!, context)}>";
        foreach (var (key, value) in node.Where(pair => pair.Key != "@id"))
        {
            foreach (var item in value is JsonArray list ? [.. list] : new[] { value })
                yield return $"{subject} <{(key == "@type" ? Rdf + "type" : Iri(key, context))}> {Object(key, item!, context)}";
        }
    }

    private static string Object(string key, JsonNode value, JsonObject context) => value switch
    {
        JsonObject { } link when link["@id"] is { } id => $"<{Iri((string)id!, context)}>",
        JsonObject typed => $"{Quoted((string)typed["@value"]!)}^^<{Iri((string)typed["@type"]!, context)}>",
        JsonValue text when text.TryGetValue<string>(out var words) =>
            key == "@type" || context[key] is JsonObject { } term && (string?)term["@type"] == "@id" ? $"<{Iri(words, context)}>" : Quoted(words),
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.Number => $"\"{value}\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        _ => $"\"{value.ToString().ToLowerInvariant()}\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
    };

    private static string Iri(string compact, JsonObject context)
    {
        if (context[compact] is { } term)
            return term is JsonObject full ? (string)full["@id"]! : (string)term!;
        var colon = compact.IndexOf(':', StringComparison.Ordinal);
        return context[compact[..colon]] is JsonObject prefix && !compact[(colon + 1)..].StartsWith("//", StringComparison.Ordinal)
            ? (string)prefix["@id"]! + compact[(colon + 1)..]
            : compact;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("""^<[^<>"{}|^`\\\x00-\x20]+> <[^<>"{}|^`\\\x00-\x20]+> (<[^<>"{}|^`\\\x00-\x20]+>|"([^"\\\n\r]|\\["\\nrt]|\\u[0-9A-F]{4})*"(\^\^<[^<>]+>)?) \.$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("<http://localhost/vocabulary#(?<term>[^>]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();
}
