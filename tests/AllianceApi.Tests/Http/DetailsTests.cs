using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class DetailsTests(InventedGraph invented, CrowdedGraph crowded, SeedGraph seed)
{
    [Fact]
    public async Task Relations_stand_in_groups_labelled_from_this_side()
    {
        var aland = await invented.GetJson("/api/v1/actors/aland");
        Assert.Equal(
            [
                "ally-of is ally of both 1", "based-in is based in out 2", "opposes opposes out 2", "party is party to in 4", "supports supports out 2",
            ],
            aland.List("relations").Select(Heading).Order(StringComparer.Ordinal));
        Assert.All(aland.List("relations"), group => Assert.Equal("predicate direction total items", group.Names()));
    }

    [Fact]
    public async Task A_group_read_from_the_object_keeps_the_facts_own_direction_and_label()
    {
        var parties = Group(await invented.GetJson("/api/v1/actors/aland"), "party");
        Assert.Equal(
            "harbour-accord.party.aland lantern-pact.not.party.aland lantern-pact.party.aland old-truce.party.aland",
            parties.List("items").Select(item => item.Text("id")).Order(StringComparer.Ordinal).Spaced());
        Assert.All(parties.List("items"), item => Assert.Equal("has party", item.At("predicate").Text("label")));
        Assert.All(parties.List("items"), item => Assert.Equal("aland", item.At("object").Text("id")));
    }

    [Fact]
    public async Task Each_fact_has_its_evidence()
    {
        var pact = await invented.GetJson("/api/v1/treaties/lantern-pact");
        var denied = Group(pact, "party").List("items").Single(item => item.Text("id") == "lantern-pact.not.party.cland");
        Assert.True(denied.Flag("negated"));
        var evidence = Assert.Single(denied.List("evidence"));
        Assert.Equal("statement text qualifier standing modality attributedTo passages", evidence.Names());
        Assert.Equal("no-cland", evidence.Text("statement"));
        Assert.Equal("in peacetime", evidence.Text("qualifier"));
        Assert.Equal("""[{"document":"harbour-notes","locator":"outlook.p1s1"}]""", evidence.At("passages").GetRawText());
        Assert.All(pact.List("attributes"), attribute => Assert.NotEmpty(attribute.List("evidence")));
    }

    [Fact]
    public async Task What_contests_is_named_and_left_out_of_the_typed_attributes_but_not_of_the_facts()
    {
        var pact = await invented.GetJson("/api/v1/treaties/lantern-pact");
        Assert.False(pact.Has("signed"));
        Assert.Equal("party signed", pact.List("contested").Select(name => name.GetString()!).Order(StringComparer.Ordinal).Spaced());
        Assert.Equal("1953 1954-02", pact.List("attributes").Select(attribute => attribute.Text("value")).Spaced());
        Assert.All(pact.List("attributes"), attribute => Assert.True(attribute.Flag("contested")));
    }

    [Fact]
    public async Task Of_agreeing_dates_the_narrowest_is_shown()
    {
        var accord = await invented.GetJson("/api/v1/treaties/harbour-accord");
        Assert.Equal("1953-10", accord.Text("signed"));
        Assert.Empty(accord.List("contested"));
        Assert.Equal("1953 1953-10", accord.List("attributes").Select(attribute => attribute.Text("value")).Spaced());
    }

    [Fact]
    public async Task A_date_that_is_only_a_view_is_a_fact_and_no_typed_attribute()
    {
        var tide = await invented.GetJson("/api/v1/treaties/tide-treaty");
        Assert.False(tide.Has("signed"));
        Assert.Equal("attributed", Assert.Single(tide.List("attributes")).Text("standing"));
    }

    [Fact]
    public async Task The_typed_and_the_common_detail_differ_in_what_is_of_the_kind_only()
    {
        var typed = await invented.GetJson("/api/v1/debates/is-it-good");
        var common = await invented.GetJson("/api/v1/entities/is-it-good");
        Assert.Equal(
            "id kind name aliases summary summaryEvidence sameAs question proposition outlook contested revision updatedAt links attributes relations", typed.Names());
        Assert.Equal("id kind name aliases summary summaryEvidence sameAs contested revision updatedAt links attributes relations", common.Names());
        Assert.Equal("Wait, and \"see\".", typed.Text("outlook"));
        foreach (var detail in new[] { typed, common })
        {
            Assert.Equal("/api/v1/debates/is-it-good", detail.At("links").Text("self"));
            Assert.Equal("/api/v1/debates/is-it-good/map", detail.At("links").Text("map"));
            Assert.Equal(typed.At("relations").GetRawText(), detail.At("relations").GetRawText());
        }
    }

    [Fact]
    public async Task Every_link_of_a_detail_leads_to_something()
    {
        foreach (var path in new[] { "/api/v1/debates/is-it-good", "/api/v1/treaties/lantern-pact" })
        {
            foreach (var link in (await invented.GetJson(path)).At("links").EnumerateObject())
                await invented.GetJson(link.Value.GetString()!);
        }
    }

    [Fact]
    public async Task A_long_group_shows_the_first_fifty_and_where_the_rest_is()
    {
        var parties = Group(await crowded.GetJson("/api/v1/treaties/treaty-000"), "party");
        Assert.Equal("predicate direction total items more", parties.Names());
        Assert.Equal(CrowdedGraph.Parties, parties.Number("total"));
        Assert.Equal(50, parties.List("items").Length);
        Assert.Equal("/api/v1/entities/treaty-000/relations?direction=out&predicate=party", parties.Text("more"));

        var all = await crowded.GetJson($"{parties.Text("more")}&limit=200");
        Assert.Equal(CrowdedGraph.Parties, all.Number("total"));
        Assert.Equal(parties.Ids("items"), all.List("items").Take(50).Select(item => item.Text("id")).Spaced());
        Assert.DoesNotContain(all.List("items"), item => item.Has("evidence"));
    }

    [Fact]
    public async Task The_seeds_treaty_binds_both_states_and_was_signed_in_1953()
    {
        var treaty = await seed.GetJson("/api/v1/treaties/mutual-defense-treaty");
        Assert.Equal("1953", treaty.Text("signed"));
        var parties = Group(treaty, "party").List("items").Select(item => item.At("object").Text("id")).ToList();
        Assert.Contains("south-korea", parties);
        Assert.Contains("united-states", parties);
        Assert.All(treaty.List("relations").SelectMany(group => group.List("items")), relation => Assert.NotEmpty(relation.List("evidence")));
    }

    [Fact]
    public async Task The_seed_denies_that_a_peace_treaty_concluded_the_war()
    {
        var denied = await seed.GetJson("/api/v1/relations/korean-war.not.concluded-by.peace-treaty");
        Assert.True(denied.Flag("negated"));
        Assert.NotEmpty(denied.List("evidence"));
    }

    private static JsonElement Group(JsonElement detail, string predicate) =>
        detail.List("relations").Single(group => group.At("predicate").Text("id") == predicate);

    private static string Heading(JsonElement group) =>
        $"{group.At("predicate").Text("id")} {group.At("predicate").Text("label")} {group.Text("direction")} {group.Number("total")}";
}
