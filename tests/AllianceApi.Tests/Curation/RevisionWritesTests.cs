using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>A small pack by POST, whole or not at all.</summary>
public sealed class RevisionWritesTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    private const string Guild = """{ "id": "guild", "kind": "actor", "type": "group", "name": "Guild", "summary": "A group.", "summaryEvidence": ["guild-visits"] }""";
    private const string Visits = """{ "id": "visits", "label": "visits", "definition": "Who goes where.", "domain": ["actor"], "range": ["place"], "inverse": { "id": "visited-by", "label": "is visited by" } }""";

    [Fact]
    public async Task A_new_entity_comes_with_its_first_statement_and_the_predicate_that_it_needs()
    {
        await using var api = new CuratedGraph();
        var answer = await api.Write("POST", "revisions",
            $$"""{ "note": "A guild.", "entities": [{{Guild}}], "predicates": [{{Visits}}], "statements": [{{CuratedGraph.Statement("guild-visits", """["guild","visits","north-isle"]""")}}] }""");
        Assert.True((int)answer.Status == 201, answer.Text);
        Assert.Equal((2, "visits guild guild-visits"), (answer.Json.Number("revision"), answer.Json.Ids("items")));
        Assert.Equal("guild", await api.GetIds("/api/v1/actors?visits=north-isle"));
        Assert.Equal("A guild.", (await api.Read("revisions/2")).Text("note"));
        Assert.Equal(2, await api.Revision());
    }

    [Fact]
    public async Task A_record_that_is_there_carries_the_revision_that_was_read()
    {
        await using var api = new CuratedGraph();
        await api.Done("PATCH", "statements/seats", """{ "qualifier": "often" }""");
        var body = """{ "statements": [{ "id": "seats"REVISION, "document": "charter-review", "passages": ["founding.p1s2"], "text": "Elsewhere.", "asserts": [["north-isle","part-of","warm-sea"], ["south-isle","part-of","warm-sea"]] }] }""";
        var missing = (await api.Write("POST", "revisions", body.Replace("REVISION", "", StringComparison.Ordinal))).Problem(428, "precondition-required");
        Assert.Equal("/statements/0/revision", missing.Pointers());
        (await api.Write("POST", "revisions", body.Replace("REVISION", ", \"revision\": \"2\"", StringComparison.Ordinal))).Problem(428, "precondition-required");
        var lost = (await api.Write("POST", "revisions", body.Replace("REVISION", ", \"revision\": 1", StringComparison.Ordinal))).Problem(412, "precondition-failed");
        Assert.Equal("/statements/0/revision", lost.Pointers());
        Assert.Equal(2, await api.Revision());
        Assert.Equal(201, (int)(await api.Write("POST", "revisions", body.Replace("REVISION", ", \"revision\": 2", StringComparison.Ordinal))).Status);
        Assert.Equal("Elsewhere.", (await api.Read("statements/seats")).Text("text"));
        (await api.Write("POST", "revisions", """{ "delete": [{ "type": "statement", "id": "pact-signed-later", "revision": 9 }] }""")).Problem(412, "precondition-failed");
        (await api.Write("POST", "revisions", """{ "delete": [{ "type": "statement", "id": "pact-signed-later" }] }""")).Problem(428, "precondition-required");
        Assert.Equal(201, (int)(await api.Write("POST", "revisions", """{ "delete": [{ "type": "statement", "id": "pact-signed-later", "revision": 1, "successor": "pact-parties" }] }""")).Status);
        Assert.Equal("pact-parties", (await api.Get("/api/v1/statements/pact-signed-later")).Problem(410, "gone").Text("successor"));
    }

    [Fact]
    public async Task A_thousand_records_go_and_one_more_does_not()
    {
        await using var api = new CuratedGraph();
        string Pack(int records) => $$"""{ "statements": [{{string.Join(',', Enumerable.Range(1, records).Select(i => CuratedGraph.Statement($"many-{i}", """["aland","ally-of","bland"]""")))}}] }""";
        var problem = (await api.Write("POST", "revisions", Pack(1_001))).Problem(422, "invalid-body");
        Assert.Contains("1 to 1000 records; this one has 1001", problem.Messages(), StringComparison.Ordinal);
        Assert.Equal(201, (int)(await api.Write("POST", "revisions", Pack(1_000), ("Prefer", "return=minimal"))).Status);
        Assert.Equal(1_001, (await api.Read("relations/aland.ally-of.bland")).List("statements").Length);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_nothing_of_it_is_done()
    {
        var before = (await graph.Get("/api/v1/graph?format=ndjson")).Text;
        var good = CuratedGraph.Statement("good-one", """["aland","ally-of","bland"]""");
        var bad = CuratedGraph.Statement("bad-one", """["aland","is-fond-of","bland"]""");
        var worse = CuratedGraph.Statement("worse-one", """["nobody","ally-of","bland"]""").Replace("founding.p1s1", "nowhere.p1s1", StringComparison.Ordinal);
        var problem = (await graph.Write("POST", "revisions", $$"""
            { "entities": [{ "id": "Bad Id", "kind": "actor", "type": "planet", "name": "X", "summary": "X.", "summaryEvidence": ["good-one"] }], "statements": [{{good}}, {{bad}}, {{worse}}] }
            """)).Problem(422, "invalid-body");
        foreach (var pointer in new[] { "/entities/0/id", "/entities/0/type", "/statements/1/asserts/0/1", "/statements/2/passages/0", "/statements/2/asserts/0/0" })
            Assert.Contains(pointer, problem.Pointers().Split(' '));
        Assert.DoesNotContain("/statements/0", problem.Pointers(), StringComparison.Ordinal);
        Assert.Equal(before, (await graph.Get("/api/v1/graph?format=ndjson")).Text);
    }

    [Theory]
    [InlineData("""{ }""", "")]
    [InlineData("""{ "note": "", "statements": [] }""", "/note")]
    [InlineData("""{ "note": "A\u0007B", "statements": [] }""", "/note")]
    [InlineData("""{ "note": 7, "documents": [] }""", "/note /documents")]
    [InlineData("""{ "statements": {} }""", "/statements")]
    [InlineData("""{ "statements": [[], 1] }""", "/statements/0 /statements/1")]
    [InlineData("""{ "delete": [{ "type": "document", "id": "charter-review", "revision": 1 }] }""", "/delete/0/type")]
    [InlineData("""{ "delete": [{ "type": "statement", "id": "nothing", "revision": 1 }] }""", "/delete/0/id")]
    [InlineData("""{ "delete": [{ "type": "statement", "id": "seats", "revision": 1, "successor": "seats" }] }""", "/delete/0/successor")]
    [InlineData("""{ "delete": [{ "type": "statement", "id": "seats", "revision": 1, "successor": ["pact-parties"] }] }""", "/delete/0/successor")]
    [InlineData("""{ "delete": [{ "type": "statement", "id": "seats", "revision": 1, "successor": 7, "why": "so", "a/b": 1 }] }""", "/delete/0/successor /delete/0/why /delete/0/a~1b")]
    [InlineData("""{ "statements": [{ "id": "seats", "revision": 1 }], "delete": [{ "type": "statement", "id": "seats", "revision": 1 }] }""", "/statements/0/id")]
    public async Task What_is_no_revision_is_told_with_its_place(string body, string pointers)
    {
        var before = await graph.Revision();
        var problem = (await graph.Write("POST", "revisions", body)).Problem(422, "invalid-body");
        Assert.Superset(pointers.Split(' ').ToHashSet(StringComparer.Ordinal), problem.Pointers().Split(' ').ToHashSet(StringComparer.Ordinal));
        Assert.Equal(before, await graph.Revision());
    }

    [Fact]
    public async Task What_would_be_orphaned_stands_in_the_way_or_goes_along()
    {
        await using var api = new CuratedGraph();
        const string Body = """{ "delete": [{ "type": "entity", "id": "harbour-accord", "revision": 1 }] }""";
        (await api.Write("POST", "revisions", Body)).Problem(409, "conflict");
        Assert.Contains("accord-signed", (await api.Done("POST", "revisions?cascade=true", Body)).Json.Ids("items"), StringComparison.Ordinal);
    }
}
