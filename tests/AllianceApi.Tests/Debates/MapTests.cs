using System.Text.Json.Nodes;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Debates;

public sealed class MapTests(Api api)
{
    [Fact]
    public async Task A_map_has_the_question_the_proposition_and_what_is_to_come()
    {
        var map = (await api.GetJson("/api/v1/debates/dredging-debate/map")).AsObject();
        Assert.Equal(["debate", "question", "proposition", "outlook", "positions", "arguments"], map.Select(member => member.Key));
        Assert.Equal("dredging-debate", (string)map["debate"]!["id"]!);
        var outlook = Assert.Single(map["outlook"]!.AsArray())!;
        Assert.Equal("projected", (string)outlook["modality"]!);
        Assert.Equal("dredging-outlook", (string)outlook["evidence"]![0]!["statement"]!);
    }

    [Fact]
    public async Task Positions_have_their_stance_and_who_holds_them()
    {
        var positions = (await api.GetJson("/api/v1/debates/dredging-debate/map"))["positions"]!.AsArray();
        Assert.Equal(
            [("dig", "for", "harbour-folk"), ("dig-later", "conditional", "zoe-guild"), ("keep-silt", "against", "fishers")],
            positions.OrderBy(position => (string)position!["id"]!, StringComparer.Ordinal)
                .Select(position => ((string)position!["id"]!, (string)position["stance"]!, (string)Assert.Single(position["holders"]!.AsArray())!["id"]!)));
        Assert.Equal(["sides"], Statements(positions.Single(position => (string)position!["id"]! == "dig")!));
        Assert.Equal(["guild-view"], Statements(positions.Single(position => (string)position!["id"]! == "dig-later")!));
    }

    [Fact]
    public async Task Arguments_have_what_they_are_for_what_they_answer_and_what_they_claim()
    {
        var arguments = (await api.GetJson("/api/v1/debates/dredging-debate/map"))["arguments"]!.AsArray();
        Assert.Equal(
            [("boats-stuck", "dig", "", "dredging.serves.open-passage"), ("eels-die", "keep-silt", "silt-grows", "dredging.hinders.eel-fishing"), ("silt-grows", "dig", "", "dredging.serves.open-passage")],
            arguments.Select(argument => ((string)argument!["id"]!, Joined(argument["arguesFor"]!), Joined(argument["answers"]!), string.Join(' ', argument["claims"]!.AsArray().Select(claim => (string)claim!["id"]!)))));
        Assert.Equal(["eels-answer"], Statements(arguments[1]!));
    }

    [Fact]
    public async Task A_debate_without_a_proposition_has_positions_without_a_stance()
    {
        var map = (await api.GetJson("/api/v1/debates/toll-debate/map")).AsObject();
        Assert.False(map.ContainsKey("proposition"));
        Assert.False(Assert.Single(map["positions"]!.AsArray())!.AsObject().ContainsKey("stance"));
        Assert.Empty(map["arguments"]!.AsArray());
    }

    [Fact]
    public async Task Only_debates_have_a_map()
    {
        await api.AssertProblem("/api/v1/debates/salt-treaty/map", 404, "unknown-id");
        await api.AssertProblem("/api/v1/debates/nothing/map", 404, "unknown-id");
        await api.AssertProblem("/api/v1/treaties/salt-treaty/map", 404, "unknown-path");
    }

    private static string Joined(JsonNode ids) => string.Join(' ', ids.AsArray().Select(id => (string)id!));

    private static IEnumerable<string> Statements(JsonNode node) => node["evidence"]!.AsArray().Select(evidence => (string)evidence!["statement"]!);
}
