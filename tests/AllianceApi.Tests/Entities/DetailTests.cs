using System.Text.Json.Nodes;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Entities;

public sealed class DetailTests(Api api)
{
    [Fact]
    public async Task A_detail_has_attributes_and_relations_with_their_evidence()
    {
        var treaty = await api.GetJson("/api/v1/treaties/tide-treaty");
        Assert.Equal("1960-05-01", (string)treaty["signed"]!);
        Assert.Equal(["tide-treaty.signed.1960", "tide-treaty.signed.1960-05-01"], treaty["attributes"]!.AsArray().Select(fact => (string)fact!["id"]!));
        Assert.Equal(
            """[{"statement":"tide-day","text":"It was a Sunday in May.","standing":"stated","modality":"asserted","attributedTo":[],"passages":[{"document":"charter","locator":"founding-terms.p1s1"}]}]""",
            treaty["attributes"]![1]!["evidence"]!.ToJsonString());
    }

    [Fact]
    public async Task Relations_are_grouped_by_predicate_and_direction_and_labelled_from_this_side()
    {
        var treaty = await api.GetJson("/api/v1/treaties/tide-treaty");
        Assert.Equal(
            [("party", "has party", "out", 1), ("prompted", "was prompted by", "in", 1)],
            Groups(treaty));
        var item = treaty["relations"]![1]!["items"]![0]!;
        Assert.Equal("great-storm", (string)item["subject"]!["id"]!);
        Assert.Equal("prompted", (string)item["predicate"]!["label"]!);
    }

    [Fact]
    public async Task A_symmetric_predicate_makes_one_group()
    {
        var town = await api.GetJson("/api/v1/actors/south-town");
        Assert.Equal(
            [("ally-of", "is ally of", "both", 1), ("at-odds-with", "is at odds with", "both", 1), ("holds", "holds", "out", 1), ("party", "is party to", "in", 2), ("seat", "sits in", "out", 2)],
            Groups(town));
    }

    [Fact]
    public async Task Denied_relations_stand_in_their_group_and_say_so()
    {
        var reef = await api.GetJson("/api/v1/treaties/reef-treaty");
        var item = reef["relations"]!.AsArray().Single(group => (string)group!["predicate"]!["id"]! == "prompted")!["items"]![0]!;
        Assert.Equal("great-storm.not.prompted.reef-treaty", (string)item["id"]!);
        Assert.True((bool)item["negated"]!);
    }

    [Fact]
    public async Task A_view_is_an_attribute_but_no_typed_member()
    {
        var reef = (await api.GetJson("/api/v1/treaties/reef-treaty")).AsObject();
        Assert.False(reef.ContainsKey("signed"));
        var signed = Assert.Single(reef["attributes"]!.AsArray())!;
        Assert.Equal(("attributed", "possible", "harbour-folk"), ((string)signed["standing"]!, (string)signed["modality"]!, (string)signed["attributedTo"]![0]!["id"]!));
    }

    [Fact]
    public async Task What_is_expected_is_no_typed_member_either()
    {
        Assert.False((await api.GetJson("/api/v1/debates/dredging-debate")).AsObject().ContainsKey("outlook"));
        Assert.Equal("It stays open.", (string)(await api.GetJson("/api/v1/debates/toll-debate"))["outlook"]!);
    }

    [Fact]
    public async Task A_single_valued_predicate_with_two_objects_is_contested_unless_their_times_are_apart()
    {
        Assert.Equal("""["seat"]""", (await api.GetJson("/api/v1/alliances/salt-league"))["contested"]!.ToJsonString());
        Assert.Equal("[]", (await api.GetJson("/api/v1/actors/south-town"))["contested"]!.ToJsonString());
    }

    [Fact]
    public async Task The_common_detail_has_the_facts_without_the_typed_members()
    {
        var common = (await api.GetJson("/api/v1/entities/tide-treaty")).AsObject();
        Assert.False(common.ContainsKey("signed"));
        Assert.Equal(2, common["attributes"]!.AsArray().Count);
        Assert.Equal("/api/v1/treaties/tide-treaty", (string)common["links"]!["self"]!);
    }

    [Fact]
    public async Task Links_lead_to_what_they_say()
    {
        var links = (await api.GetJson("/api/v1/debates/dredging-debate"))["links"]!.AsObject();
        Assert.Equal(["self", "attributes", "relations", "statements", "map"], links.Select(link => link.Key));
        foreach (var (_, link) in links)
            await api.GetJson((string)link!);
    }

    [Fact]
    public async Task Texts_are_whole_whatever_is_in_them()
    {
        Assert.Equal("Harbour folk, \"the tide\"", (string)(await api.GetJson("/api/v1/actors/harbour-folk"))["name"]!);
        Assert.Equal("An island 🦀 in the west.", (string)(await api.GetJson("/api/v1/actors/west-isle"))["summary"]!);
    }

    [Fact]
    public async Task An_unknown_id_is_a_404_with_the_nearest()
    {
        var problem = await api.AssertProblem("/api/v1/treaties/salt-traety", 404, "unknown-id");
        Assert.Equal("There is no entity 'salt-traety'. Did you mean 'salt-treaty'?", (string)problem["detail"]!);
        Assert.Equal("/api/v1/treaties/salt-traety", (string)problem["instance"]!);
    }

    [Fact]
    public async Task An_id_of_another_kind_is_a_404_that_names_its_path()
    {
        using var response = await api.Get("/api/v1/treaties/north-town");
        var problem = await Api.AssertProblem(response, 404, "unknown-id");
        Assert.Contains("/api/v1/actors/north-town", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("</api/v1/actors/north-town>; rel=\"alternate\"", Assert.Single(response.Headers.GetValues("Link")));
    }

    private static IEnumerable<(string Predicate, string Label, string Direction, int Total)> Groups(JsonNode entity) => entity["relations"]!.AsArray()
        .Select(group => ((string)group!["predicate"]!["id"]!, (string)group["predicate"]!["label"]!, (string)group["direction"]!, (int)group["total"]!));
}
