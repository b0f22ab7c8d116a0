using System.Text.Json;

namespace AllianceApi.Benchmarks.Writes;

/// <summary>Bodies of writes to the graph that a server has: statements that assert relations which are there already.</summary>
internal sealed class Bodies
{
    private readonly List<(string Fact, string Subject)> _facts = [];
    private string _evidence = "";
    private readonly string _prefix;
    private int _made;

    private Bodies(string prefix) => _prefix = prefix;

    /// <param name="prefix">What the ids of its statements begin with.</param>
    public static async Task<Bodies> OfAsync(Server server, string prefix = "benchmark")
    {
        var bodies = new Bodies(prefix);
        var statement = (await server.ReadAsync("statements?limit=1")).GetProperty("items")[0];
        bodies._evidence = $$""" "document": {{statement.GetProperty("document").GetRawText()}}, "passages": {{statement.GetProperty("passages").GetRawText()}} """.Trim();
        foreach (var relation in (await server.ReadAsync("relations?limit=200&negated=false")).GetProperty("items").EnumerateArray())
        {
            var (subject, target) = (IdOf(relation, "subject"), IdOf(relation, "object"));
            bodies._facts.Add(($"[{subject}, {IdOf(relation, "predicate")}, {target}]", JsonSerializer.Deserialize<string>(subject)!));
        }
        return bodies;
    }

    /// <summary>The subjects of the relations: what is worth reading while they are written to.</summary>
    public IEnumerable<string> Subjects => _facts.Select(fact => fact.Subject).Distinct(StringComparer.Ordinal);

    /// <summary>The id of the statement that was made last.</summary>
    public string Last => $"{_prefix}-{_made}";

    /// <summary>A new statement, each on the next relation.</summary>
    public string Next() => Statement(_facts[_made % _facts.Count].Fact);

    /// <summary>A new statement, all on one relation.</summary>
    public string OnOne() => Statement(_facts[0].Fact);

    /// <summary>A pack of new statements.</summary>
    public string Pack(int records) => $$"""{ "statements": [{{string.Join(", ", Enumerable.Range(0, records).Select(_ => Next()))}}] }""";

    private string Statement(string fact)
    {
        var number = Interlocked.Increment(ref _made);
        return $$"""{ "id": "{{_prefix}}-{{number}}", {{_evidence}}, "text": "Written as number {{number}}.", "asserts": [{{fact}}] }""";
    }

    private static string IdOf(JsonElement relation, string member) =>
        (relation.GetProperty(member) is { ValueKind: JsonValueKind.Object } reference ? reference.GetProperty("id") : relation.GetProperty(member)).GetRawText();
}
