using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class FactsTests(InventedGraph invented)
{
    [Theory]
    [InlineData("relations/lantern-pact.party.aland", "stated", "asserted", "")]
    [InlineData("relations/aland.supports.bland.1978_1991", "stated", "asserted", "")]
    [InlineData("relations/bland.rival-of.cland._1970-06", "stated", "asserted", "")]
    [InlineData("attributes/is-it-good.outlook.d8ca5f241a91", "stated", "asserted", "")]
    // The strongest statement's own pair, never the best of two.
    [InlineData("relations/lantern-pact.supports.calm", "stated", "possible", "")]
    // The bearers of the statements that have just that pair.
    [InlineData("relations/reef-treaty.supports.bland", "attributed", "asserted", "critics fans")]
    [InlineData("relations/harbour-accord.opposes.calm.2030_", "attributed", "projected", "it-costs")]
    [InlineData("attributes/tide-treaty.signed.1960", "attributed", "asserted", "fans")]
    public async Task A_fact_has_the_pair_of_its_strongest_statement(string path, string standing, string modality, string bearers)
    {
        var fact = await invented.GetJson($"/api/v1/{path}");
        Assert.Equal(path.Split('/')[1], fact.Text("id"));
        Assert.Equal($"/api/v1/{path}", fact.At("links").Text("self"));
        Assert.Equal(standing, fact.Text("standing"));
        Assert.Equal(modality, fact.Text("modality"));
        Assert.Equal(bearers, fact.Ids("attributedTo"));
        Assert.Equal(fact.Texts("statements"), fact.List("evidence").Select(evidence => evidence.Text("statement")).Spaced());
    }

    [Fact]
    public async Task A_relation_and_an_attribute_have_the_members_of_the_contract()
    {
        const string Rest = "standing modality attributedTo contested statements evidence revision links";
        Assert.Equal($"id subject predicate object negated {Rest}", (await invented.GetJson("/api/v1/relations/lantern-pact.party.aland")).Names());
        Assert.Equal($"id subject name value {Rest}", (await invented.GetJson("/api/v1/attributes/tide-treaty.signed.1960")).Names());
        var timed = await invented.GetJson("/api/v1/relations/aland.supports.bland.1978_1991");
        Assert.Equal("1978", timed.Text("validFrom"));
        Assert.Equal("1991", timed.Text("validTo"));
    }

    [Theory]
    [InlineData("true", "aland.based-in.north-isle aland.based-in.south-isle aland.opposes.cland aland.supports.cland lantern-pact.not.party.aland lantern-pact.party.aland")]
    [InlineData("true&negated=true", "lantern-pact.not.party.aland")]
    [InlineData("true&predicate=based-in&object=south-isle", "aland.based-in.south-isle")]
    [InlineData("false&subject=aland", "aland.ally-of.bland aland.opposes.bland.1992_ aland.supports.bland.1978_1991")]
    public async Task Facts_contest_only_where_they_contradict_and_their_times_may_overlap(string contested, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/relations?contested={contested}"));

    [Theory]
    [InlineData("subject=reef-treaty,old-truce", "old-truce.party.aland reef-treaty.supports.bland")]
    [InlineData("object=calm", "harbour-accord.opposes.calm.2030_ lantern-pact.supports.calm")]
    [InlineData("predicate=ally-of,rival-of", "aland.ally-of.bland bland.rival-of.cland._1970-06")]
    [InlineData("predicate=party&subjectKind=agreement", "old-truce.party.aland")]
    [InlineData("objectKind=concept&standing=stated", "lantern-pact.supports.calm")]
    [InlineData("negated=true", "lantern-pact.not.party.aland lantern-pact.not.party.cland")]
    [InlineData("predicate=supports&modality=asserted&standing=attributed", "reef-treaty.supports.bland")]
    [InlineData("passage=outlook.p1s2&predicate=supports", "reef-treaty.supports.bland")]
    [InlineData("passage=charter-review/outlook.p1s1&predicate=supports", "lantern-pact.supports.calm")]
    [InlineData("passage=outlook.p1s1&predicate=supports&object=cland", "aland.supports.cland")]
    public async Task Relations_can_be_filtered(string filters, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/relations?{filters}"));

    [Theory]
    // Whose view it is; the argument and the position for which it speaks; whoever holds that position.
    [InlineData("it-costs", "harbour-accord.opposes.calm.2030_ reef-treaty.supports.bland")]
    [InlineData("bad", "harbour-accord.opposes.calm.2030_ reef-treaty.supports.bland")]
    [InlineData("critics", "harbour-accord.opposes.calm.2030_ reef-treaty.supports.bland")]
    [InlineData("fans", "lantern-pact.supports.calm reef-treaty.supports.bland tide-treaty.party.bland")]
    [InlineData("good", "lantern-pact.supports.calm")]
    [InlineData("aland", "")]
    public async Task Views_are_found_by_bearer_position_and_holder(string bearer, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/relations?attributedTo={bearer}"));

    [Theory]
    [InlineData("", "harbour-accord.signed.1953 harbour-accord.signed.1953-10 is-it-good.outlook.d8ca5f241a91 lantern-pact.signed.1953 lantern-pact.signed.1954-02 old-truce.dated.1951 reef-treaty.signed.1953-10-01 tide-treaty.signed.1960")]
    [InlineData("subject=lantern-pact", "lantern-pact.signed.1953 lantern-pact.signed.1954-02")]
    [InlineData("name=dated,outlook", "is-it-good.outlook.d8ca5f241a91 old-truce.dated.1951")]
    [InlineData("value=wait,+AND+\"see\".", "is-it-good.outlook.d8ca5f241a91")]
    [InlineData("value=1953", "harbour-accord.signed.1953 lantern-pact.signed.1953")]
    [InlineData("standing=attributed", "tide-treaty.signed.1960")]
    [InlineData("modality=possible", "")]
    [InlineData("attributedTo=fans", "tide-treaty.signed.1960")]
    [InlineData("contested=true", "lantern-pact.signed.1953 lantern-pact.signed.1954-02")]
    [InlineData("passage=founding-terms.p1s1&contested=false", "harbour-accord.signed.1953 harbour-accord.signed.1953-10 reef-treaty.signed.1953-10-01")]
    public async Task Attributes_can_be_filtered(string filters, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/attributes?{filters}"));

    [Theory]
    [InlineData("aland/relations?predicate=party", "harbour-accord.party.aland lantern-pact.not.party.aland lantern-pact.party.aland old-truce.party.aland")]
    [InlineData("aland/relations?predicate=party&kind=agreement", "old-truce.party.aland")]
    [InlineData("aland/relations?direction=in&negated=true", "lantern-pact.not.party.aland")]
    [InlineData("cland/relations?direction=out", "bland.rival-of.cland._1970-06")]
    [InlineData("cland/relations?direction=in&kind=actor", "aland.opposes.cland aland.supports.cland bland.rival-of.cland._1970-06")]
    [InlineData("bland/relations?direction=both&predicate=ally-of", "aland.ally-of.bland")]
    [InlineData("bland/relations?standing=attributed", "reef-treaty.supports.bland tide-treaty.party.bland")]
    [InlineData("lantern-pact/attributes?value=1953", "lantern-pact.signed.1953")]
    [InlineData("aland/attributes", "")]
    public async Task The_facts_of_one_entity_can_be_filtered(string path, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/entities/{path}"));

    [Fact]
    public async Task Lists_have_evidence_when_they_are_told_to()
    {
        foreach (var list in new[] { "relations", "attributes", "entities/lantern-pact/relations", "entities/lantern-pact/attributes" })
        {
            Assert.All((await invented.GetJson($"/api/v1/{list}")).List("items"), item => Assert.False(item.Has("evidence")));
            Assert.All((await invented.GetJson($"/api/v1/{list}?expand=evidence")).List("items"), item => Assert.NotEmpty(item.List("evidence")));
        }
    }

    [Theory]
    [InlineData("bland.ally-of.aland", "aland.ally-of.bland")]
    [InlineData("cland.rival-of.bland._1970-06", "bland.rival-of.cland._1970-06")]
    public async Task The_wrong_order_of_a_symmetric_relation_leads_to_the_right_one(string id, string right)
    {
        var answer = await invented.Get($"/api/v1/relations/{id}?fields=object");
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.Status);
        Assert.Equal($"/api/v1/relations/{right}?fields=object", answer.Header("Location"));
    }

    [Theory]
    [InlineData("relations", "lantern-pact.signed.1953", "/api/v1/attributes/lantern-pact.signed.1953")]
    [InlineData("attributes", "lantern-pact.party.aland", "/api/v1/relations/lantern-pact.party.aland")]
    public async Task A_fact_of_the_other_sort_is_a_404_that_says_where_it_is(string path, string id, string alternate)
    {
        var answer = await invented.Get($"/api/v1/{path}/{id}");
        Assert.Contains(alternate, answer.Problem(404, "unknown-id").Text("detail"), StringComparison.Ordinal);
        Assert.Equal($"<{alternate}>; rel=\"alternate\"", answer.Header("Link"));
    }

    [Theory]
    [InlineData("relations/lantern-pact.party.alnd", "Did you mean 'lantern-pact.party.aland'")]
    [InlineData("relations/lantern-pact.not.party.bland", "Did you mean")]
    [InlineData("relations/party.ally-of.aland", "There is no fact 'party.ally-of.aland'.")]
    [InlineData("relations/bland.party.lantern-pact", "There is no fact")]
    [InlineData("relations/aland.supports.bland", "There is no fact")]
    [InlineData("attributes/lantern-pact.signed.1955", "Did you mean 'lantern-pact.signed.1953'")]
    [InlineData("attributes/x", "There is no fact 'x'.")]
    public async Task An_unknown_fact_is_a_404_with_the_nearest(string path, string detail) =>
        Assert.Contains(detail, (await invented.GetProblem($"/api/v1/{path}", 404, "unknown-id")).Text("detail"), StringComparison.Ordinal);
}
