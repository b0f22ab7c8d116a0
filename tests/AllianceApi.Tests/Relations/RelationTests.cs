using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Relations;

public sealed class RelationTests(Api api)
{
    [Theory]
    [InlineData("subject=joint-watch&predicate=uses", "joint-watch.uses.chain-boom")]
    [InlineData("predicate=founds,part-of", "beacon.part-of.outer-reef", "north-quay.part-of.inner-harbour", "salt-treaty.founds.salt-league")]
    [InlineData("object=outer-reef&predicate=guards", "joint-watch.guards.outer-reef", "joint-watch.not.guards.outer-reef")]
    [InlineData("subjectKind=event", "great-storm.not.prompted.reef-treaty", "great-storm.prompted.tide-treaty")]
    [InlineData("objectKind=debate&standing=stated&modality=projected", "dig-later.position-in.dredging-debate")]
    [InlineData("negated=true", "great-storm.not.prompted.reef-treaty", "joint-watch.not.guards.outer-reef")]
    [InlineData("negated=false&subject=great-storm", "great-storm.prompted.tide-treaty")]
    [InlineData("modality=projected", "dig-later.position-in.dredging-debate", "joint-watch.guards.inner-harbour", "reef-treaty.party.west-isle", "zoe-guild.holds.dig-later")]
    [InlineData("standing=attributed", "dredging.hinders.eel-fishing", "dredging.hinders.open-passage", "dredging.serves.open-passage", "joint-watch.uses.chain-boom")]
    [InlineData("standing=attributed&modality=possible", "dredging.hinders.eel-fishing")]
    [InlineData("contested=true", "joint-watch.guards.outer-reef", "joint-watch.not.guards.outer-reef", "north-town.ally-of.west-isle", "north-town.at-odds-with.west-isle", "salt-league.seat.inner-harbour", "salt-league.seat.north-quay")]
    [InlineData("contested=false&predicate=at-odds-with", "north-town.at-odds-with.south-town.1975_")]
    public async Task Relations_filter_by_what_they_are(string query, params string[] ids) => await api.AssertIds($"/api/v1/relations?{query}", ids);

    [Theory]
    [InlineData("zoe-guild", "joint-watch.uses.chain-boom")]
    [InlineData("eels-die", "dredging.hinders.eel-fishing")]
    [InlineData("keep-silt", "dredging.hinders.eel-fishing", "dredging.hinders.open-passage")]
    [InlineData("fishers", "dredging.hinders.eel-fishing", "dredging.hinders.open-passage", "joint-watch.guards.inner-harbour", "joint-watch.uses.chain-boom")]
    [InlineData("harbour-folk", "dredging.serves.open-passage", "joint-watch.uses.chain-boom")]
    [InlineData("dig,zoe-guild", "dredging.serves.open-passage", "joint-watch.uses.chain-boom")]
    [InlineData("north-town")]
    public async Task AttributedTo_follows_positions_and_their_arguments(string bearer, params string[] ids) =>
        await api.AssertIds($"/api/v1/relations?attributedTo={bearer}", ids);

    [Theory]
    [InlineData("watch.p1s1", "beacon.part-of.outer-reef", "joint-watch.guards.outer-reef")]
    [InlineData("log/founding.p1s1", "salt-treaty.founds.salt-league")]
    [InlineData("founding.p1s1", "salt-treaty.founds.salt-league", "salt-treaty.party.north-town", "salt-treaty.party.south-town")]
    [InlineData("log/founding.p1s1,charter/founding.p1s2", "salt-treaty.founds.salt-league", "tide-treaty.party.north-town")]
    public async Task Passage_names_a_sentence_of_any_or_of_one_document(string passage, params string[] ids) =>
        await api.AssertIds($"/api/v1/relations?passage={passage}", ids);

    [Theory]
    [InlineData("direction=out", "south-town.holds.toll-shared", "south-town.seat.inner-harbour.1965_", "south-town.seat.outer-reef._1960")]
    [InlineData("direction=in&predicate=party", "mist-treaty.party.south-town", "salt-treaty.party.south-town")]
    [InlineData("direction=both&kind=place", "south-town.seat.inner-harbour.1965_", "south-town.seat.outer-reef._1960")]
    [InlineData("kind=actor", "north-town.ally-of.south-town.1953_1970", "north-town.at-odds-with.south-town.1975_")]
    public async Task The_relations_of_an_entity_filter_by_direction_predicate_and_other_end(string query, params string[] ids)
    {
        var found = await api.GetIds($"/api/v1/entities/south-town/relations?{query}");
        Assert.Equal(ids, found.Where(id => !query.Contains("direction=out", StringComparison.Ordinal) || id.StartsWith("south-town", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_symmetric_relation_goes_out_and_comes_in()
    {
        Assert.Contains("north-town.ally-of.west-isle", await api.GetIds("/api/v1/entities/west-isle/relations?direction=out"));
        Assert.Contains("north-town.ally-of.west-isle", await api.GetIds("/api/v1/entities/west-isle/relations?direction=in"));
    }

    [Fact]
    public async Task A_relation_carries_the_pair_of_its_strongest_statement()
    {
        var relation = await api.GetJson("/api/v1/relations/joint-watch.guards.inner-harbour");
        Assert.Equal(("stated", "projected"), ((string)relation["standing"]!, (string)relation["modality"]!));
        Assert.Empty(relation["attributedTo"]!.AsArray());
        Assert.Equal(["watch-will-guard", "watch-may-guard", "watch-guards-view"], relation["statements"]!.AsArray().Select(id => (string)id!));
        Assert.Equal(["watch-will-guard", "watch-may-guard", "watch-guards-view"], relation["evidence"]!.AsArray().Select(evidence => (string)evidence!["statement"]!));
        Assert.Equal("in \"high\" water", (string)relation["evidence"]![1]!["qualifier"]!);
    }

    [Fact]
    public async Task AttributedTo_is_whose_view_the_strongest_statements_report()
    {
        var relation = await api.GetJson("/api/v1/relations/joint-watch.uses.chain-boom");
        Assert.Equal(("attributed", "asserted"), ((string)relation["standing"]!, (string)relation["modality"]!));
        Assert.Equal(["fishers", "harbour-folk"], relation["attributedTo"]!.AsArray().Select(bearer => (string)bearer!["id"]!));
    }

    [Fact]
    public async Task A_fact_with_a_time_and_one_without_are_two()
    {
        var timed = await api.GetJson("/api/v1/relations/joint-watch.guards.north-quay.1978_1991-06");
        Assert.Equal(("1978", "1991-06"), ((string)timed["validFrom"]!, (string)timed["validTo"]!));
        Assert.False((await api.GetJson("/api/v1/relations/joint-watch.guards.north-quay")).AsObject().ContainsKey("validFrom"));
    }

    [Fact]
    public async Task Lists_have_evidence_only_if_asked()
    {
        Assert.False((await api.GetJson("/api/v1/relations?limit=1"))["items"]![0]!.AsObject().ContainsKey("evidence"));
        Assert.NotEmpty((await api.GetJson("/api/v1/relations?limit=1&expand=evidence"))["items"]![0]!["evidence"]!.AsArray());
    }

    [Theory]
    [InlineData("west-isle.ally-of.north-town", "north-town.ally-of.west-isle")]
    [InlineData("south-town.ally-of.north-town.1953_1970", "north-town.ally-of.south-town.1953_1970")]
    public async Task A_symmetric_relation_asked_the_wrong_way_round_leads_to_the_right_one(string asked, string right)
    {
        using var response = await api.Get($"/api/v1/relations/{asked}");
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal($"/api/v1/relations/{right}", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_redirect_keeps_the_query()
    {
        using var response = await api.Get("/api/v1/relations/west-isle.ally-of.north-town?fields=subject");
        Assert.Equal("/api/v1/relations/north-town.ally-of.west-isle?fields=subject", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("tide-treaty.signed.1960", "/api/v1/relations/", "/api/v1/attributes/")]
    [InlineData("tide-treaty.party.north-town", "/api/v1/attributes/", "/api/v1/relations/")]
    public async Task A_fact_of_the_other_sort_is_a_404_that_says_where_it_is(string id, string asked, string right)
    {
        using var response = await api.Get(asked + id);
        await Api.AssertProblem(response, 404, "unknown-id");
        Assert.Equal($"<{right}{id}>; rel=\"alternate\"", Assert.Single(response.Headers.GetValues("Link")));
    }

    [Theory]
    [InlineData("tide-treaty.party.north-twon", "tide-treaty.party.north-town")]
    [InlineData("salt-league.seat.north-quai", "salt-league.seat.north-quay")]
    public async Task An_unknown_fact_is_a_404_with_the_nearest_of_its_subject(string id, string nearest) =>
        Assert.Contains($"'{nearest}'", (string)(await api.AssertProblem($"/api/v1/relations/{id}", 404, "unknown-id"))["detail"]!, StringComparison.Ordinal);

    [Theory]
    [InlineData("joint-watch.party-to.x")]
    [InlineData("x")]
    [InlineData("a.b")]
    [InlineData("joint-watch.not.guards")]
    [InlineData("joint-watch.guards.north-quay.1978_1992")]
    public async Task What_never_was_a_fact_is_a_404(string id) =>
        await api.AssertProblem($"/api/v1/relations/{Uri.EscapeDataString(id).Replace(".", "%2E", StringComparison.Ordinal)}", 404, "unknown-id");
}
