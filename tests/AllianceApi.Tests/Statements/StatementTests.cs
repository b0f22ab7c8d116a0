using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Statements;

public sealed class StatementTests(Api api)
{
    [Fact]
    public async Task Statements_come_in_the_order_of_documents_and_passages()
    {
        var ids = await api.GetIds("/api/v1/statements?limit=200");
        Assert.Equal(["league-founded", "signed-later", "tide-year", "mist-bound", "pier-dates"], ids.Take(5));
        Assert.Equal(["log-league", "log-beacon", "watch-at-reef"], ids.TakeLast(3));
        Assert.Equal(33, ids.Count);
    }

    [Theory]
    [InlineData("document=log", "log-league", "log-beacon", "watch-at-reef")]
    [InlineData("section=watch", "log-beacon", "watch-at-reef")]
    [InlineData("section=log/founding", "log-league")]
    [InlineData("section=founding&standing=attributed", "reef-view")]
    [InlineData("passage=founding.p1s1", "league-founded", "log-league")]
    [InlineData("passage=charter/founding.p1s1", "league-founded")]
    [InlineData("entity=beacon", "log-beacon")]
    [InlineData("entity=zoe-guild", "boom-view-three", "guild-view")]
    [InlineData("predicate=prompted", "storm-prompted")]
    [InlineData("predicate=seat,founds", "league-founded", "seats", "log-league")]
    [InlineData("modality=projected", "west-joins", "watch-will-guard", "dredging-outlook", "guild-view")]
    [InlineData("standing=attributed&modality=asserted", "watch-guards-view", "boom-view-one", "boom-view-two", "keep-claim", "silt-claim")]
    [InlineData("attributedTo=fishers", "watch-guards-view", "boom-view-one", "eels-claim", "keep-claim")]
    [InlineData("q=SUNDAY%20may", "tide-day")]
    [InlineData("q=nothing")]
    [InlineData("sort=-id&document=log", "watch-at-reef", "log-league", "log-beacon")]
    public async Task Statements_filter_by_place_and_content(string query, params string[] ids) => await api.AssertIds($"/api/v1/statements?{query}", ids);

    [Fact]
    public async Task The_statements_of_an_entity_are_those_that_mention_it() =>
        await api.AssertIds("/api/v1/entities/outer-reef/statements", "seats", "watch-not-reef", "log-beacon", "watch-at-reef");

    [Fact]
    public async Task A_statement_has_what_it_asserts_and_denies_and_mentions()
    {
        var statement = (await api.GetJson("/api/v1/statements/storm-prompted")).AsObject();
        Assert.Equal(
            ["id", "document", "passages", "text", "standing", "modality", "attributedTo", "asserts", "denies", "mentions", "revision", "updatedAt", "links"],
            statement.Select(member => member.Key));
        Assert.Equal("""[{"id":"great-storm.prompted.tide-treaty","fact":["great-storm","prompted","tide-treaty"]}]""", statement["asserts"]!.ToJsonString());
        Assert.Equal("""[{"id":"great-storm.not.prompted.reef-treaty","fact":["great-storm","prompted","reef-treaty"]}]""", statement["denies"]!.ToJsonString());
        Assert.Equal(["great-storm", "reef-treaty", "tide-treaty"], statement["mentions"]!.AsArray().Select(mention => (string)mention!["id"]!));
        Assert.Equal("disputes.p1s1", (string)statement["passages"]![0]!);
    }

    [Fact]
    public async Task A_bearer_is_mentioned()
    {
        var statement = await api.GetJson("/api/v1/statements/reef-view");
        Assert.Equal("attributed", (string)statement["standing"]!);
        Assert.Equal(["harbour-folk", "reef-treaty"], statement["mentions"]!.AsArray().Select(mention => (string)mention!["id"]!));
    }

    [Fact]
    public async Task Times_stand_with_the_fact()
    {
        var statement = await api.GetJson("/api/v1/statements/quay-guarded");
        Assert.Equal(
            """{"id":"joint-watch.guards.north-quay.1978_1991-06","fact":["joint-watch","guards","north-quay"],"validFrom":"1978","validTo":"1991-06"}""",
            statement["asserts"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task An_unknown_statement_is_a_404_with_the_nearest() =>
        Assert.Contains("'tide-day'", (string)(await api.AssertProblem("/api/v1/statements/tide-dai", 404, "unknown-id"))["detail"]!, StringComparison.Ordinal);

    [Theory]
    [InlineData("document=chartre", "document", "'charter'")]
    [InlineData("section=nowhere", "section", "There is no section 'nowhere'.")]
    [InlineData("passage=founding.p1s9", "passage", "'founding.p1s1'")]
    [InlineData("passage=nothing/founding.p1s1", "passage", "There is no passage")]
    [InlineData("predicate=party-to", "predicate", "There is no predicate 'party-to'.")]
    [InlineData("entity=nobody", "entity", "There is no entity 'nobody'.")]
    [InlineData("q=%21%21", "q", "no letter or digit")]
    public async Task What_a_statement_cannot_be_filtered_by_is_refused(string query, string parameter, string message) =>
        await api.AssertRefused($"/api/v1/statements?{query}", parameter, message);
}
