using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>As a value, an id that was merged means what stays.</summary>
public sealed class MergedValueTests
{
    [Theory]
    [InlineData("relations?subject=south-isle")]
    [InlineData("statements?entity=south-isle")]
    [InlineData("graph/subgraph?roots=south-isle")]
    [InlineData("graph/paths?from=south-isle&to=warm-sea")]
    public async Task It_answers_as_the_one_that_stays(string path)
    {
        await using var api = new CuratedGraph();
        await api.Done("POST", "entities/south-isle/merge", """{ "into": "north-isle" }""");
        var stays = await api.Get($"/api/v1/{path.Replace("south-isle", "north-isle", StringComparison.Ordinal)}");
        var merged = await api.Get($"/api/v1/{path}");
        Assert.Equal((200, stays.Text), ((int)merged.Status, merged.Text));
        await api.GetProblem($"/api/v1/{path}&asOf=1".Replace("south-isle", "no-isle", StringComparison.Ordinal), 400, "invalid-parameter");
    }

    [Fact]
    public async Task So_it_does_in_a_pattern()
    {
        await using var api = new CuratedGraph();
        await api.Done("POST", "entities/south-isle/merge", """{ "into": "north-isle" }""");
        Assert.Equal(
            await api.GetMatched("?b", """{ "where": [["north-isle", "part-of", "?b"]], "select": ["?b"] }"""),
            await api.GetMatched("?b", """{ "where": [["south-isle", "part-of", "?b"]], "select": ["?b"] }"""));
    }
}
