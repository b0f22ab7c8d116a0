using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

public sealed class StatementWritesTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    [Fact]
    public async Task A_new_statement_answers_as_a_GET_does_and_says_where_it_is()
    {
        var made = await graph.Write("POST", "statements", CuratedGraph.Statement("new-ally", """["bland", "ally-of", "cland"]"""));
        Assert.Equal(201, (int)made.Status);
        Assert.Equal("/api/v1/statements/new-ally", made.Header("Location"));
        var read = await graph.Get("/api/v1/statements/new-ally");
        Assert.Equal(read.Text, made.Text);
        Assert.Equal(read.Header("ETag"), made.Header("ETag"));
        Assert.Equal(read.Header("Graph-Revision"), made.Header("Graph-Revision"));
        Assert.Equal("application/json; charset=utf-8", made.Header("Content-Type"));
        Assert.Equal("no-store", made.Header("Cache-Control"));
        Assert.Equal("new-ally", (await graph.Read("relations/bland.ally-of.cland")).Texts("statements"));
    }

    [Fact]
    public async Task What_a_GET_shows_can_be_put_back_and_makes_no_revision()
    {
        var before = await graph.Revision();
        foreach (var path in new[] { "statements/rivals-until", "statements/tide-view", "statements/no-cland", "statements/calm-maybe" })
        {
            var shown = await graph.Get($"/api/v1/{path}");
            var put = await graph.Write("PUT", path, shown.Text, ("If-Match", shown.Header("ETag")!));
            Assert.Equal(200, (int)put.Status);
            Assert.Equal(shown.Text, put.Text);
            Assert.Equal(shown.Header("ETag"), put.Header("ETag"));
        }
        Assert.Equal(before, await graph.Revision());
    }

    [Fact]
    public async Task Prefer_minimal_leaves_the_body_out()
    {
        var made = await graph.Write("POST", "statements", CuratedGraph.Statement("quietly", """["aland", "ally-of", "cland"]"""), ("Prefer", "respond-async, return=minimal"));
        Assert.Equal((201, "", "return=minimal", "/api/v1/statements/quietly"), ((int)made.Status, made.Text, made.Header("Preference-Applied"), made.Header("Location")));
        var changed = await graph.Write("PATCH", "statements/quietly", """{ "text": "Otherwise." }""", ("If-Match", made.Header("ETag")!), ("Prefer", "return=minimal"));
        Assert.Equal((204, ""), ((int)changed.Status, changed.Text));
        Assert.Equal(await graph.Tag("statements/quietly"), changed.Header("ETag"));
    }

    [Fact]
    public async Task A_merge_patch_takes_members_out_by_null_and_replaces_lists_whole()
    {
        await graph.Made("statements", """{ "id": "patched", "document": "charter-review", "passages": ["founding.p1s1", "founding.p1s2"], "text": "Said.", "qualifier": "often", "asserts": [["aland", "ally-of", "cland"], ["cland", "based-in", "south-isle"]] }""");
        var patched = (await graph.Done("PATCH", "statements/patched", """{ "qualifier": null, "passages": ["founding.p1s2"], "denies": null }""")).Json;
        Assert.False(patched.Has("qualifier"));
        Assert.Equal("founding.p1s2", patched.Texts("passages"));
        Assert.Equal(2, patched.List("asserts").Length);
        var emptied = (await graph.Write("PATCH", "statements/patched", """{ "text": null }""", ("If-Match", "*"))).Problem(422, "invalid-body");
        Assert.Contains("text", emptied.Text("detail"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_id_is_given_out_once_for_ever()
    {
        (await graph.Write("POST", "statements", CuratedGraph.Statement("seats", """["aland", "ally-of", "bland"]"""))).Problem(409, "conflict");
        await graph.Made("statements", CuratedGraph.Statement("short-lived", """["aland", "ally-of", "bland"]"""));
        await graph.Done("DELETE", "statements/short-lived");
        var again = (await graph.Write("POST", "statements", CuratedGraph.Statement("short-lived", """["aland", "ally-of", "bland"]"""))).Problem(409, "conflict");
        Assert.Contains("given out before", again.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It." }""", "/id")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": [], "text": "It.", "asserts": [["aland", "ally-of", "bland"]] }""", "/passages")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["nowhere.p1s1"], "text": "It.", "asserts": [["aland", "ally-of", "bland"]] }""", "/passages/0")]
    [InlineData("""{ "id": "x1", "document": "nothing", "passages": ["founding.p1s1"], "text": "It.", "asserts": [["aland", "ally-of", "bland"]] }""", "/document")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "asserts": [["aland", "party", "bland"]] }""", "/asserts/0/0")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "asserts": [["aland", "based-in", "bland"]] }""", "/asserts/0/2")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "asserts": [["nobody", "ally-of", "bland"], ["aland", "is-fond-of", "bland"]] }""", "/asserts/0/0 /asserts/1/1")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "asserts": [["aland", "ally-of", "aland"]] }""", "/asserts/0")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "asserts": [["lantern-pact", "signed", "1953-02-30"]] }""", "/asserts/0/2")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "asserts": [["lantern-pact", "signed", 1953]] }""", "/asserts/0/2")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "asserts": [{ "fact": ["aland", "ally-of", "bland"], "validFrom": "1953-02-30" }] }""", "/asserts/0/validFrom")]
    [InlineData("""{ "id": "Not An Id", "document": "charter-review", "passages": ["founding.p1s1"], "text": "", "standing": "loud", "colour": "red", "asserts": [["aland", "ally-of", "bland"]] }""", "/id /text /standing /colour")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It\u0007.", "asserts": [["aland", "ally-of", "bland"]] }""", "/text")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "attributedTo": ["nobody"], "asserts": [["aland", "ally-of", "bland"]] }""", "/attributedTo/0")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "standing": "attributed", "asserts": [["aland", "ally-of", "bland"]] }""", "/standing")]
    [InlineData("""{ "id": "x1", "document": "charter-review", "passages": ["founding.p1s1"], "text": "It.", "denies": [["lantern-pact", "signed", "1950"]] }""", "/denies/0")]
    public async Task What_is_wrong_is_told_all_at_once_each_with_its_place(string body, string pointers)
    {
        var before = await graph.Revision();
        var problem = (await graph.Write("POST", "statements", body)).Problem(422, "invalid-body");
        Assert.Equal(pointers.Split(' ').Order(StringComparer.Ordinal), problem.Pointers().Split(' ').Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain("pack", problem.Messages(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await graph.Revision());
    }

    [Fact]
    public async Task What_contradicts_is_kept_and_marked_on_all_sides()
    {
        await using var own = new CuratedGraph();
        var made = await own.Made("statements", CuratedGraph.Statement("second-date", """["reef-treaty", "signed", "1960"]"""));
        Assert.Equal("reef-treaty.signed.1960", made.Header("Contested"));
        Assert.Equal(
            "lantern-pact.signed.1953 lantern-pact.signed.1954-02 reef-treaty.signed.1953-10-01 reef-treaty.signed.1960", await own.GetIds("/api/v1/attributes?contested=true"));
        var excluded = await own.Made("statements", CuratedGraph.Statement("rivals-too", """["aland", "rival-of", "bland"]"""));
        Assert.Equal("aland.rival-of.bland", excluded.Header("Contested"));
        Assert.True((await own.Read("relations/aland.ally-of.bland")).Flag("contested"));
        await own.Done("DELETE", "statements/rivals-too");
        Assert.False((await own.Read("relations/aland.ally-of.bland")).Flag("contested"));
    }

    [Fact]
    public async Task References_and_facts_may_be_sent_in_the_shape_that_a_GET_shows()
    {
        var made = await graph.Made("statements",
            """
            { "id": "as-shown", "document": "charter-review", "passages": ["founding.p1s1"], "text": "A view.", "standing": "attributed", "modality": "possible",
              "attributedTo": [{ "id": "fans", "kind": "actor", "name": "Fans" }], "asserts": [{ "id": "aland.supports.calm.2020_", "fact": ["aland", "supports", "calm"], "validFrom": "2020" }],
              "mentions": [], "revision": 99, "updatedAt": "2000-01-01T00:00:00Z", "links": {} }
            """);
        Assert.Equal("fans", made.Json.Ids("attributedTo"));
        Assert.Equal("aland.supports.calm.2020_", made.Json.Ids("asserts"));
        Assert.Equal(await graph.Revision(), made.Json.Number("revision"));
    }
}
