using System.Globalization;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class GoneTests(ChangedGraph changed) : IClassFixture<ChangedGraph>
{
    [Theory]
    [InlineData("statements/truce-dated", "statement 'truce-dated'")]
    [InlineData("agreements/old-truce", "entity 'old-truce'")]
    [InlineData("treaties/old-truce", "entity 'old-truce'")]
    [InlineData("entities/warm-sea", "entity 'warm-sea'")]
    [InlineData("entities/old-truce/relations", "entity 'old-truce'")]
    [InlineData("entities/old-truce/attributes", "entity 'old-truce'")]
    [InlineData("entities/old-truce/statements", "entity 'old-truce'")]
    [InlineData("relations/old-truce.party.aland", "fact 'old-truce.party.aland'")]
    [InlineData("relations/lantern-pact.not.party.cland", "fact 'lantern-pact.not.party.cland'")]
    [InlineData("attributes/old-truce.dated.1951", "fact 'old-truce.dated.1951'")]
    [InlineData("schema/predicates/part-of", "predicate 'part-of'")]
    public async Task What_was_deleted_is_a_410_that_says_when_and_why(string path, string what)
    {
        var problem = (await changed.Get($"/api/v1/{path}")).Problem(410, "gone");
        Assert.Equal("type title status code detail instance traceId deletedIn deletedAt", problem.Names());
        Assert.Equal($"The {what} was deleted in revision 2: Imported a pack.", problem.Text("detail"));
        Assert.Equal($"/api/v1/{path}", problem.Text("instance"));
        Assert.Equal(2, problem.Number("deletedIn"));
        Assert.Equal((await changed.GetJson("/api/v1")).Text("updatedAt"), problem.Text("deletedAt"));
        Assert.Equal(DateTimeKind.Utc, DateTime.Parse(problem.Text("deletedAt"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Kind);
    }

    [Theory]
    [InlineData("statements/truce")]
    [InlineData("entities/old-truth")]
    [InlineData("relations/old-truce.party.bland")]
    // What the pack did not touch, and what only ever was a statement's or an entity's id.
    [InlineData("statements/old-truce")]
    [InlineData("entities/truce-dated")]
    public async Task What_never_was_stays_a_404(string path) => await changed.GetProblem($"/api/v1/{path}", 404, "unknown-id");

    [Fact]
    public async Task What_stays_is_there_and_what_went_is_in_no_list()
    {
        Assert.Equal("2", (await changed.Get("/api/v1/treaties/lantern-pact")).Header("Graph-Revision"));
        Assert.Empty(await changed.GetIds("/api/v1/agreements"));
        Assert.Equal("lantern-pact.not.party.aland", await changed.GetIds("/api/v1/relations?negated=true"));
        Assert.Empty(await changed.GetIds("/api/v1/entities?id=old-truce,warm-sea"));
        await changed.GetProblem("/api/v1/relations?subject=old-truce", 400, "invalid-parameter");
    }

    [Fact]
    public async Task A_record_keeps_its_revision_while_others_change()
    {
        Assert.Equal(1, (await changed.GetJson("/api/v1/treaties/lantern-pact")).Number("revision"));
        Assert.Equal(2, (await changed.GetJson("/api/v1/statements/no-cland")).Number("revision"));
        Assert.StartsWith("\"1.2.", (await changed.Get("/api/v1/treaties/lantern-pact")).Header("ETag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_load_brings_back_is_there_again_and_a_kept_answer_is_known_to_be_old()
    {
        await using var api = new ChangedGraph();
        var tag = (await api.Get("/api/v1/agreements")).Header("ETag")!;
        await api.InitializeAsync();
        Assert.Equal(200, (int)(await api.Get("/api/v1/agreements", ("If-None-Match", tag))).Status);
        await api.GetProblem("/api/v1/agreements/old-truce", 410, "gone");

        await ChangedGraph.Load(api, ChangedGraph.Copy);
        Assert.Equal("Old Truce", (await api.GetJson("/api/v1/agreements/old-truce")).Text("name"));
        Assert.Equal("old-truce.dated.1951", (await api.GetJson("/api/v1/attributes/old-truce.dated.1951")).Text("id"));
        Assert.Equal(3, (await api.GetJson("/api/v1")).Number("revision"));
    }

    [Fact]
    public async Task A_cursor_goes_on_at_the_head_and_what_stays_comes_once()
    {
        await using var api = new ChangedGraph();
        var before = await api.GetJson("/api/v1/entities?limit=10&sort=id");
        await ChangedGraph.Load(api, folder =>
        {
            ChangedGraph.Copy(folder);
            Replace(Path.Combine(folder, "entities.yaml"), "{ id: aland,", "{ id: aalto, kind: actor, type: state, name: Aalto, summary: A state., summaryEvidence: [pact-parties] }\n  - { id: aland,");
            Replace(Path.Combine(folder, "statements.yaml"), "      - [lantern-pact, party, aland]\n      - [lantern-pact, party, bland]\n", "      - [lantern-pact, party, aland]\n      - [lantern-pact, party, bland]\n      - [lantern-pact, party, aalto]\n");
        });
        var after = await api.GetJson($"/api/v1/entities?limit=200&sort=id&cursor={before.Text("next")}");
        string[] seen = [.. before.List("items").Concat(after.List("items")).Select(item => item.Text("id"))];
        Assert.Equal((await api.GetIds("/api/v1/entities?limit=200&sort=id")).Split(' ').Where(id => id != "aalto"), seen);
        Assert.Equal(20, after.Number("total"));
    }

    private static void Replace(string path, string text, string by) => File.WriteAllText(path, File.ReadAllText(path).Replace(text, by, StringComparison.Ordinal));
}
