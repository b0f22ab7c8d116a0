using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

public sealed class MergingTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    [Fact]
    public async Task A_merged_entity_leads_to_what_stays_for_ever()
    {
        await using var own = new CuratedGraph();
        await own.Made("statements", CuratedGraph.Statement("both", """["bland", "ally-of", "cland"], ["cland", "based-in", "north-isle"]"""));
        var merged = (await own.Done("POST", "entities/cland/merge", """{ "into": "critics" }""")).Json;
        Assert.Contains(merged.List("items"), item => item.Text("op") == "merge" && item.Text("id") == "cland" && item.Text("into") == "critics");
        await own.Done("POST", "entities/critics/merge", """{ "into": "aland" }""");
        await own.Restart();
        foreach (var (asked, now) in new[]
        {
            ("entities/cland", "entities/aland"), ("actors/cland?fields=id", "actors/aland?fields=id"), ("entities/cland/relations?predicate=party", "entities/aland/relations?predicate=party"),
            ("entities/critics", "entities/aland"), ("relations/lantern-pact.not.party.cland", "relations/lantern-pact.not.party.aland"),
            ("relations/cland.based-in.north-isle", "relations/aland.based-in.north-isle"), ("relations/bland.ally-of.cland", "relations/aland.ally-of.bland"),
        })
        {
            var answer = await own.Get($"/api/v1/{asked}");
            Assert.Equal((308, $"/api/v1/{now}"), ((int)answer.Status, answer.Header("Location")));
        }
        await own.GetProblem("/api/v1/relations/aland.supports.cland", 410, "gone");
        Assert.Contains("Çland", (await own.Read("actors/aland")).Texts("aliases"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aland", "aland")]
    [InlineData("aland", "north-isle")]
    [InlineData("aland", "nobody")]
    [InlineData("aland", "..")]
    public async Task What_is_no_other_of_the_same_kind_is_refused(string from, string into)
    {
        var problem = (await graph.Write("POST", $"entities/{from}/merge", $$"""{ "into": "{{into}}" }""", ("If-Match", "*"))).Problem(422, "invalid-body");
        Assert.Equal("/into", problem.Pointers());
        Assert.Equal(1, await graph.Revision());
    }

    [Fact]
    public async Task It_needs_to_know_the_version_and_a_statement_that_would_say_nothing_stands_in_the_way()
    {
        (await graph.Write("POST", "entities/aland/merge", """{ "into": "bland" }""")).Problem(428, "precondition-required");
        await using var own = new CuratedGraph();
        await own.Made("statements", CuratedGraph.Statement("only-between", """["aland", "ally-of", "bland"]"""));
        var problem = (await own.Write("POST", "entities/aland/merge", """{ "into": "bland" }""", ("If-Match", "*"))).Problem(409, "conflict");
        Assert.Contains("'only-between' says nothing but what lies between the two", problem.Text("detail"), StringComparison.Ordinal);
    }
}
