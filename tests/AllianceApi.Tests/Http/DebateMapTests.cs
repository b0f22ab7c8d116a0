using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class DebateMapTests(InventedGraph invented, SeedGraph seed)
{
    private const string Map = "/api/v1/debates/is-it-good/map";

    [Fact]
    public async Task A_map_has_the_question_the_sides_and_the_reasons()
    {
        var map = await invented.GetJson(Map);
        Assert.Equal("debate question proposition outlook positions arguments", map.Names());
        Assert.Equal("""{"id":"is-it-good","kind":"debate","name":"Worth of the pact"}""", map.At("debate").GetRawText());
        Assert.Equal("Is the pact good?", map.Text("question"));
        Assert.Equal("Wait, and \"see\".", map.List("outlook").Single().Text("value"));
        Assert.Equal("bad good", map.Ids("positions"));
        Assert.Equal("it-calms it-costs", map.Ids("arguments"));
    }

    [Fact]
    public async Task A_position_has_its_stance_its_holders_and_evidence()
    {
        var good = (await invented.GetJson(Map)).List("positions").Single(position => position.Text("id") == "good");
        Assert.Equal("id kind name stance holders evidence", good.Names());
        Assert.Equal("for", good.Text("stance"));
        Assert.Equal("fans", good.Ids("holders"));
        Assert.Equal("sides sides-held", Evidence(good));
    }

    [Fact]
    public async Task An_argument_says_what_it_is_for_what_it_answers_and_what_it_claims()
    {
        var costs = (await invented.GetJson(Map)).List("arguments").Single(argument => argument.Text("id") == "it-costs");
        Assert.Equal("id kind name arguesFor answers claims evidence", costs.Names());
        Assert.Equal("bad", costs.Texts("arguesFor"));
        Assert.Equal("it-calms", costs.Texts("answers"));
        Assert.Equal("harbour-accord.opposes.calm.2030_ reef-treaty.supports.bland", costs.Ids("claims"));
        Assert.All(costs.List("claims"), claim => Assert.NotEmpty(claim.List("evidence")));
        Assert.Equal("reasons", Evidence(costs));
    }

    [Fact]
    public async Task Fields_name_the_parts_of_a_map()
    {
        Assert.Equal("question arguments", (await invented.GetJson($"{Map}?fields=arguments,question")).Names());
    }

    [Theory]
    [InlineData("is-it-god", "Did you mean 'is-it-good'?")]
    [InlineData("aland", "'aland' is of the kind actor, not debate")]
    public async Task A_map_of_what_is_no_debate_is_a_404(string id, string detail) =>
        Assert.Contains(detail, (await invented.GetProblem($"/api/v1/debates/{id}/map", 404, "unknown-id")).Text("detail"), StringComparison.Ordinal);

    [Fact]
    public async Task Each_debate_of_the_seed_has_sides_and_reasons_with_evidence()
    {
        foreach (var debate in (await seed.GetJson("/api/v1/debates")).List("items"))
        {
            var map = await seed.GetJson(debate.At("links").Text("map"));
            Assert.True(map.List("positions").Length >= 2, debate.Text("id"));
            Assert.NotEmpty(map.List("arguments"));
            Assert.All([.. map.List("positions"), .. map.List("arguments")], part => Assert.NotEmpty(part.List("evidence")));
            Assert.All(map.List("arguments"), argument => Assert.NotEmpty(argument.List("claims")));
        }
    }

    private static string Evidence(JsonElement part) => part.List("evidence").Select(evidence => evidence.Text("statement")).Spaced();
}
