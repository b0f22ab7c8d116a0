using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class ListsTests(InventedGraph invented, SeedGraph seed)
{
    [Theory]
    [InlineData("/treaties", "harbour-accord lantern-pact reef-treaty tide-treaty")]
    [InlineData("/places", "north-isle south-isle warm-sea")]
    [InlineData("/capabilities", "")]
    [InlineData("/actors", "aland bland cland critics fans")]
    // Members.
    [InlineData("/actors?type=group", "critics fans")]
    [InlineData("/actors?type=group,state&limit=1", "aland")]
    [InlineData("/positions?stance=against", "bad")]
    [InlineData("/debates?proposition=the+PACT+is++good.", "is-it-good")]
    // All kinds together.
    [InlineData("/entities?kind=position,debate", "bad good is-it-good")]
    [InlineData("/entities?kind=treaty&q=pact", "lantern-pact")]
    public async Task A_list_keeps_what_its_filters_say(string query, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1{query}"));

    [Theory]
    [InlineData("/treaties?party=aland", "harbour-accord lantern-pact")]
    [InlineData("/treaties?party=bland", "lantern-pact")]
    [InlineData("/treaties?party=aland,bland", "harbour-accord lantern-pact")]
    [InlineData("/actors?party-to=lantern-pact", "aland bland")]
    [InlineData("/actors?party-to=harbour-accord,old-truce", "aland")]
    [InlineData("/actors?party-to=lantern-pact&holds=good", "")]
    [InlineData("/actors?ally-of=aland", "bland")]
    [InlineData("/actors?ally-of=bland", "aland")]
    [InlineData("/places?hosts=bland", "north-isle")]
    [InlineData("/positions?held-by=fans", "good")]
    // What is only denied does not count, whatever the standing.
    [InlineData("/treaties?party=cland", "")]
    [InlineData("/treaties?party=cland&standing=stated,attributed", "")]
    public async Task Predicates_filter_from_both_ends(string query, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1{query}"));

    [Theory]
    [InlineData("party=bland", "lantern-pact")]
    [InlineData("party=bland&standing=attributed", "tide-treaty")]
    [InlineData("party=bland&standing=stated,attributed", "lantern-pact tide-treaty")]
    [InlineData("party=bland&modality=possible", "")]
    [InlineData("supports=calm", "")]
    [InlineData("supports=calm&modality=possible", "lantern-pact")]
    [InlineData("supports=calm&standing=attributed", "")]
    [InlineData("supports=bland&standing=attributed", "reef-treaty")]
    [InlineData("opposes=calm&standing=attributed", "")]
    [InlineData("opposes=calm&standing=attributed&modality=projected", "harbour-accord")]
    [InlineData("signed=1960", "")]
    [InlineData("signed=1960&standing=attributed", "tide-treaty")]
    [InlineData("standing=attributed", "harbour-accord lantern-pact reef-treaty tide-treaty")]
    public async Task Standing_and_modality_replace_what_counts(string filters, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/treaties?{filters}"));

    [Theory]
    [InlineData("signed=1953", "harbour-accord reef-treaty")]
    [InlineData("signed=1953-10", "harbour-accord reef-treaty")]
    [InlineData("signed=1953-10-01", "reef-treaty")]
    [InlineData("signed=1953-10-01,1953-10", "harbour-accord reef-treaty")]
    [InlineData("signed=1952", "")]
    [InlineData("signed[gte]=1953", "harbour-accord reef-treaty")]
    [InlineData("signed[gte]=1953-10-01", "harbour-accord reef-treaty")]
    [InlineData("signed[gte]=1953-10-02", "")]
    [InlineData("signed[lte]=1953-10-31", "harbour-accord reef-treaty")]
    [InlineData("signed[lte]=1953-10-30", "reef-treaty")]
    [InlineData("signed[gt]=1953-09", "harbour-accord reef-treaty")]
    [InlineData("signed[gt]=1953-10-01", "")]
    [InlineData("signed[gt]=1953", "")]
    [InlineData("signed[lt]=1953-10", "")]
    [InlineData("signed[lt]=1953-10-02", "reef-treaty")]
    [InlineData("signed[lt]=1953-11", "harbour-accord reef-treaty")]
    [InlineData("signed[gte]=1953-10-01&signed[lte]=1953-10-01", "reef-treaty")]
    public async Task Date_filters_keep_what_surely_holds(string filters, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/treaties?{filters}"));

    [Fact]
    public async Task A_date_that_contests_is_neither_shown_nor_found()
    {
        var pact = (await invented.GetJson("/api/v1/treaties?id=lantern-pact")).List("items").Single();
        Assert.False(pact.Has("signed"));
        Assert.Contains("signed", pact.Texts("contested").Split(' '));
        Assert.Empty(await invented.GetIds("/api/v1/treaties?id=lantern-pact&signed[gte]=1900"));
    }

    [Theory]
    [InlineData("", "harbour-accord lantern-pact reef-treaty tide-treaty")]
    [InlineData("sort=name", "harbour-accord lantern-pact reef-treaty tide-treaty")]
    [InlineData("sort=-name", "tide-treaty reef-treaty lantern-pact harbour-accord")]
    [InlineData("sort=-id", "tide-treaty reef-treaty lantern-pact harbour-accord")]
    // The narrower first; without a date last, both ways.
    [InlineData("sort=signed", "reef-treaty harbour-accord lantern-pact tide-treaty")]
    [InlineData("sort=-signed", "harbour-accord reef-treaty lantern-pact tide-treaty")]
    public async Task Sort_orders_and_ids_break_ties(string sort, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/treaties?{sort}"));

    [Theory]
    [InlineData("q=bland", "bland")]
    [InlineData("q=BLÄN", "bland")]
    [InlineData("q=republique+de", "bland")]
    [InlineData("q=CLAND", "cland")]
    [InlineData("q=and", "cland")]
    [InlineData("q=state+third", "cland")]
    [InlineData("q=last,", "cland")]
    [InlineData("q=a,b", "bland")]
    [InlineData("name=bland", "bland")]
    [InlineData("name=REPUBLIQUE++de+Bländ", "bland")]
    [InlineData("name=repu", "")]
    [InlineData("id=fans,nobody,aland", "aland fans")]
    [InlineData("id=nobody", "")]
    [InlineData("id=lantern-pact", "")]
    public async Task Words_names_and_ids_find(string filters, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/actors?{filters}"));

    [Theory]
    [InlineData("q=cafe", "lantern-pact")]
    [InlineData("sameAs=https://www.wikidata.org/entity/Q1", "lantern-pact")]
    [InlineData("sameAs=https://www.wikidata.org/entity/Q2", "")]
    public async Task Aliases_and_identifiers_elsewhere_find(string filters, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/entities?{filters}"));

    [Fact]
    public async Task Fields_name_what_is_shown_and_the_id_stays()
    {
        var list = await invented.GetJson("/api/v1/treaties?fields=summary,name");
        Assert.Equal("items total next", list.Names());
        Assert.All(list.List("items"), item => Assert.Equal("id name summary", item.Names()));
        Assert.Equal("id kind", (await invented.GetJson("/api/v1/treaties/lantern-pact?fields=kind")).Names());
        Assert.Equal("locator sha256", (await invented.GetJson("/api/v1/documents/harbour-notes/passages?fields=sha256")).List("items")[0].Names());
    }

    [Fact]
    public async Task A_typed_list_shows_members_and_attributes_and_the_common_one_does_not()
    {
        const string Common = "id kind name aliases summary summaryEvidence sameAs";
        const string Rest = "contested revision updatedAt links";
        Assert.Equal($"{Common} signed {Rest}", (await invented.GetJson("/api/v1/treaties?id=harbour-accord")).List("items")[0].Names());
        Assert.Equal($"{Common} {Rest}", (await invented.GetJson("/api/v1/entities?id=harbour-accord")).List("items")[0].Names());
    }

    [Fact]
    public async Task The_seed_can_be_filtered_as_promised()
    {
        Assert.Contains("mutual-defense-treaty", (await seed.GetIds("/api/v1/treaties?party=south-korea&signed=1953")).Split(' '));
        Assert.Contains("united-states", (await seed.GetIds("/api/v1/actors?party-to=mutual-defense-treaty")).Split(' '));
        Assert.Contains("armistice-agreement", (await seed.GetIds("/api/v1/agreements?dated=1953")).Split(' '));
        Assert.Equal(5, (await seed.GetJson("/api/v1/debates?limit=1")).Number("total"));
    }
}
