using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class StatementsTests(InventedGraph invented)
{
    [Fact]
    public async Task Statements_come_in_the_order_of_documents_and_positions() => Assert.Equal(
        "pact-parties accord-signed pact-signed-later seats reef-signed tide-view truce-dated calm-views reasons sides sides-held "
        + "aland-supports calm-maybe no-cland aland-opposes cost-on-reefs critics-on-reefs fans-on-reefs rivals-until",
        await invented.GetIds("/api/v1/statements"));

    [Fact]
    public async Task A_statement_says_what_it_asserts_and_denies_and_whom_it_mentions()
    {
        var statement = await invented.GetJson("/api/v1/statements/no-cland");
        Assert.Equal("id document passages text qualifier standing modality attributedTo asserts denies mentions revision updatedAt links", statement.Names());
        Assert.Equal("harbour-notes", statement.Text("document"));
        Assert.Equal("outlook.p1s1", statement.Texts("passages"));
        Assert.Equal("in peacetime", statement.Text("qualifier"));
        Assert.Empty(statement.List("asserts"));
        Assert.Equal(
            """[{"id":"lantern-pact.not.party.aland","fact":["lantern-pact","party","aland"]},{"id":"lantern-pact.not.party.cland","fact":["lantern-pact","party","cland"]}]""",
            statement.At("denies").GetRawText());
        Assert.Equal("aland cland lantern-pact", statement.Ids("mentions"));
        Assert.Equal("/api/v1/statements/no-cland", statement.At("links").Text("self"));
    }

    [Fact]
    public async Task A_view_names_its_bearer_and_mentions_it()
    {
        var statement = await invented.GetJson("/api/v1/statements/cost-on-reefs");
        Assert.Equal("attributed", statement.Text("standing"));
        Assert.Equal("projected", statement.Text("modality"));
        Assert.Equal("""[{"id":"it-costs","kind":"argument","name":"It costs"}]""", statement.At("attributedTo").GetRawText());
        Assert.Contains("it-costs", statement.Ids("mentions").Split(' '));
        Assert.Equal("""{"id":"harbour-accord.opposes.calm.2030_","fact":["harbour-accord","opposes","calm"],"validFrom":"2030"}""", statement.List("asserts")[1].GetRawText());
    }

    [Theory]
    [InlineData("document=harbour-notes&modality=possible", "calm-maybe")]
    [InlineData("document=charter-review,harbour-notes&q=since+1992", "aland-opposes")]
    // A section has those below it.
    [InlineData("section=founding", "pact-parties accord-signed pact-signed-later seats reef-signed tide-view truce-dated")]
    [InlineData("section=founding-terms", "accord-signed reef-signed tide-view truce-dated")]
    [InlineData("section=harbour-notes/outlook&standing=stated&modality=asserted", "aland-supports no-cland aland-opposes rivals-until")]
    [InlineData("section=outlook&entity=calm", "calm-views calm-maybe cost-on-reefs")]
    [InlineData("passage=outlook.p1s1&entity=lantern-pact", "calm-views calm-maybe no-cland")]
    [InlineData("passage=harbour-notes/outlook.p1s1", "aland-supports calm-maybe no-cland")]
    [InlineData("passage=charter-review/outlook.p1s2", "")]
    [InlineData("entity=warm-sea,cland", "seats aland-supports no-cland aland-opposes rivals-until")]
    [InlineData("predicate=party&standing=stated", "pact-parties accord-signed truce-dated no-cland")]
    [InlineData("predicate=ally-of,rival-of", "pact-parties rivals-until")]
    [InlineData("standing=attributed&modality=projected", "cost-on-reefs")]
    [InlineData("attributedTo=critics", "cost-on-reefs critics-on-reefs")]
    [InlineData("attributedTo=good", "calm-views")]
    [InlineData("q=BLAND+rivals", "rivals-until")]
    [InlineData("q=ivals", "")]
    public async Task Statements_can_be_filtered(string filters, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/statements?{filters}"));

    [Theory]
    [InlineData("sort=id&document=harbour-notes", "aland-opposes aland-supports calm-maybe cost-on-reefs critics-on-reefs fans-on-reefs no-cland rivals-until")]
    [InlineData("sort=-updatedAt&attributedTo=critics", "cost-on-reefs critics-on-reefs")]
    public async Task Statements_can_be_sorted(string query, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/statements?{query}"));

    [Theory]
    [InlineData("calm", "calm-views calm-maybe cost-on-reefs")]
    [InlineData("calm/?standing=stated", "calm-maybe")]
    // Whose view it is counts as mentioned.
    [InlineData("fans", "tide-view sides-held fans-on-reefs")]
    [InlineData("critics/?passage=harbour-notes/outlook.p1s2", "critics-on-reefs")]
    public async Task The_statements_that_mention_an_entity(string entity, string ids)
    {
        var parts = entity.Split("/?");
        Assert.Equal(ids, await invented.GetIds($"/api/v1/entities/{parts[0]}/statements?{parts.ElementAtOrDefault(1)}"));
    }
}
