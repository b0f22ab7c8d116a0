using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.History;

/// <summary>What the graph said then is what it says now of then.</summary>
public sealed partial class AsOfTests(ITestOutputHelper output)
{
    private const int Changes = 24;

    private const string Question = """{ "where": [["?a", "?p", "?b"]], "select": ["?a", "?p", "?b"], "limit": 200, "evidence": true }""";

    private static readonly string[] Reads =
    [
        "", "entities?limit=200", "entities?sort=-updatedAt&limit=7", "treaties?limit=200&expand=evidence", "actors?party-to=lantern-pact", "relations?limit=200&expand=evidence",
        "relations?contested=true", "attributes?limit=200", "statements?limit=200", "statements?q=new", "documents", "documents/charter-review/passages", "schema", "schema/predicates?limit=200",
        "timeline", "search?q=treaty&facets=kind,standing,document,section", "search?q=new&limit=5", "suggest?q=a", "graph", "graph?format=ndjson", "graph?format=turtle", "graph?format=csv&table=relations",
        "graph/subgraph?roots=aland&depth=2&negated=true", "graph/paths?from=aland&to=critics&k=3", "graph/stats", "debates/is-it-good/map", "revisions?limit=200",
        "treaties/lantern-pact", "actors/aland", "actors/bland", "entities/fans/relations?limit=200", "statements/pact-parties", "statements/new-1", "statements/new-2", "entities/new-thing",
        "relations/lantern-pact.party.aland", "attributes/lantern-pact.signed.1953", "entities/lantern-pact/history", "statements/new-1/history", "relations/lantern-pact.party.bland/history",
        "schema/predicates/party", "schema/predicates/visited", "actors?visited=north-isle",
    ];

    [Fact]
    public async Task Each_read_of_the_past_answers_as_it_did_when_it_was_the_present()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var api = new CuratedGraph();
        var then = new Dictionary<int, string[]>();
        for (var change = 0; change < Changes; change++)
        {
            var revision = await api.Revision();
            if (!then.ContainsKey(revision))
                then[revision] = await Look(api, asOf: null);
            await Change(api, random, change);
        }
        Assert.True(then.Count > Changes / 3, $"only {then.Count} revisions: the history is too poor (seed {seed})");
        foreach (var (revision, looks) in then.OrderBy(_ => random.Next()))
        {
            var now = await Look(api, revision);
            for (var read = 0; read < looks.Length; read++)
                Assert.True(looks[read] == now[read], $"seed {seed}, revision {revision}, {(read < Reads.Length ? Reads[read] : "match")}:\nthen {looks[read]}\nnow  {now[read]}");
        }
        await api.Restart();
        var first = then.Keys.Min();
        Assert.Equal(then[first], await Look(api, first));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2")]
    [InlineData("one")]
    [InlineData("99999999999999999999")]
    public async Task A_revision_that_is_none_is_refused(string revision)
    {
        await using var api = new CuratedGraph();
        var problem = await api.GetProblem($"/api/v1/entities?asOf={revision}", 400, "invalid-parameter");
        Assert.Equal("asOf", problem.List("errors")[0].Text("parameter"));
    }

    private static async Task<string[]> Look(CuratedGraph api, int? asOf)
    {
        var looks = new List<string>();
        foreach (var read in Reads)
        {
            var path = asOf is { } revision ? $"{read}{(read.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={revision.ToString(CultureInfo.InvariantCulture)}" : read;
            looks.Add(Shown(await Patient(() => api.Get($"/api/v1/{path}"))));
        }
        looks.Add(Shown(await Patient(() => api.Post($"{Asking.Match}{(asOf is { } past ? $"?asOf={past.ToString(CultureInfo.InvariantCulture)}" : "")}", Question))));
        return [.. looks];
    }

    private static async Task<Answer> Patient(Func<Task<Answer>> ask)
    {
        var answer = await ask();
        for (var tries = 0; answer.Status == HttpStatusCode.TooManyRequests && tries < 50; tries++)
            answer = await ask();
        return answer;
    }

    /// <summary>All of an answer but where it leads, what it is called and under which id the log has it.</summary>
    private static string Shown(Answer answer) =>
        $"{answer.Status} {answer.Header("Graph-Revision")} {Leading().Replace(answer.Text, "")}";

    [GeneratedRegex("""("links":\{[^}]*\}|"next":"[^"]*"|"more":"[^"]*"|"traceId":"[^"]*")""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();

    private static Task<Answer> Change(CuratedGraph api, Random random, int change) => random.Next(9) switch
    {
        0 => api.Write("POST", "statements", CuratedGraph.Statement($"new-{random.Next(1, 4)}", """["lantern-pact","party","bland"], ["aland","ally-of","bland"]""")),
        1 => api.Write("POST", "statements", CuratedGraph.Statement($"new-{random.Next(1, 4)}", """["lantern-pact","signed","1960"], {"fact":["lantern-pact","party","cland"],"validFrom":"1950"}""")),
        2 => api.Write("PATCH", $"statements/new-{random.Next(1, 4)}", $$"""{ "text": "New words {{change}}.", "modality": "possible" }""", ("If-Match", "*")),
        3 => api.Write("DELETE", $"statements/new-{random.Next(1, 4)}?cascade=true", null, ("If-Match", "*")),
        4 => api.Write("PATCH", $"actors/{(random.Next(2) == 0 ? "aland" : "bland")}", $$"""{ "aliases": ["Name {{change}}"], "name": "Land {{random.Next(3)}}" }""", ("If-Match", "*")),
        5 => api.Write("POST", "revisions", $$"""
            { "note": "A thing.", "entities": [{ "id": "new-thing-{{change}}", "kind": "actor", "type": "group", "name": "Thing", "summary": "Something.", "summaryEvidence": ["thing-{{change}}"] }],
              "statements": [{{CuratedGraph.Statement($"thing-{change}", $"""["lantern-pact","party","new-thing-{change}"]""")}}] }
            """),
        6 => Merge(api, random, change),
        7 => api.Write("POST", "schema/predicates", """{ "id": "visited", "label": "visited", "inverse": { "id": "visited-by", "label": "was visited by" }, "definition": "Who went where.", "domain": ["actor"], "range": ["place"] }"""),
        _ => Revert(api, random),
    };

    private static async Task<Answer> Merge(CuratedGraph api, Random random, int change)
    {
        var things = (await api.Read("actors?q=thing")).List("items");
        return things.Length < 2
            ? await api.Write("PATCH", "schema/predicates/party", $$"""{ "label": "has party {{change}}" }""", ("If-Match", "*"))
            : await api.Write("POST", $"entities/{things[random.Next(1, things.Length)].Text("id")}/merge", $$"""{ "into": "{{things[0].Text("id")}}" }""", ("If-Match", "*"));
    }

    private static async Task<Answer> Revert(CuratedGraph api, Random random) =>
        await api.Write("POST", $"revisions/{random.Next(2, 2 + await api.Revision()).ToString(CultureInfo.InvariantCulture)}/revert");
}
