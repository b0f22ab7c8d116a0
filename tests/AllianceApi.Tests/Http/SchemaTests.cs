using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class SchemaTests(InventedGraph invented)
{
    [Fact]
    public async Task The_schema_is_its_parts()
    {
        var schema = await invented.GetJson("/api/v1/schema");
        Assert.Equal("kinds predicates standings modalities links", schema.Names());
        Assert.Equal("stated attributed", schema.Texts("standings"));
        Assert.Equal("asserted projected possible", schema.Texts("modalities"));
        Assert.Equal((await invented.GetJson("/api/v1/schema/kinds")).At("items").GetRawText(), schema.At("kinds").GetRawText());
        Assert.Equal((await invented.GetJson("/api/v1/schema/predicates")).At("items").GetRawText(), schema.At("predicates").GetRawText());
    }

    [Fact]
    public async Task The_kinds_are_those_of_the_contract() => Assert.Equal(
        "alliance treaty agreement command debate position argument actor event concept capability place",
        await invented.GetIds("/api/v1/schema/kinds"));

    [Fact]
    public async Task A_kind_says_what_its_list_can_be_filtered_by()
    {
        var actor = await invented.GetJson("/api/v1/schema/kinds/actor");
        Assert.Equal(5, actor.Number("count"));
        Assert.Equal("state organization group", actor.List("members").Single().Texts("choices"));
        Assert.Empty(actor.List("attributes"));
        Assert.Equal(
            "ally-of based-in holds opposed-by opposes party-to rival-of supported-by supports",
            actor.List("predicates").Select(reading => reading.Text("id")).Order(StringComparer.Ordinal).Spaced());
        Assert.Contains("""{"id":"party-to","label":"is party to","predicate":"party"}""", actor.At("predicates").GetRawText(), StringComparison.Ordinal);
        foreach (var reading in actor.List("predicates"))
            await invented.GetJson($"{actor.At("links").Text("entities")}?{reading.Text("id")}=aland");
    }

    [Fact]
    public async Task An_attribute_has_a_type_and_a_description()
    {
        var signed = (await invented.GetJson("/api/v1/schema/kinds/treaty")).List("attributes").Single();
        Assert.Equal("name type several description", signed.Names());
        Assert.Equal("date", signed.Text("type"));
        Assert.NotEmpty(signed.Text("description"));
    }

    [Fact]
    public async Task A_predicate_says_when_to_use_it_and_what_it_excludes()
    {
        var supports = await invented.GetJson("/api/v1/schema/predicates/supports");
        Assert.Equal("id label inverse definition domain range symmetric transitive singleValued excludes count revision links", supports.Names());
        Assert.Equal("""{"id":"supported-by","label":"is supported by"}""", supports.At("inverse").GetRawText());
        Assert.Equal("opposes", supports.Texts("excludes"));
        Assert.Equal(4, supports.Number("count"));
        Assert.Equal(4, (await invented.GetJson(supports.At("links").Text("relations"))).Number("total"));

        Assert.True((await invented.GetJson("/api/v1/schema/predicates/based-in")).Flag("singleValued"));
        Assert.True((await invented.GetJson("/api/v1/schema/predicates/part-of")).Flag("transitive"));
        var ally = await invented.GetJson("/api/v1/schema/predicates/ally-of");
        Assert.True(ally.Flag("symmetric"));
        Assert.False(ally.Has("inverse"));
    }

    [Theory]
    [InlineData("-id", "supports rival-of position-in party part-of opposes holds based-in argues-for answers ally-of")]
    [InlineData("id", "ally-of answers argues-for based-in holds opposes part-of party position-in rival-of supports")]
    public async Task Predicates_come_by_id(string sort, string ids) =>
        Assert.Equal(ids, await invented.GetIds($"/api/v1/schema/predicates?sort={sort}"));

    [Theory]
    [InlineData("kinds/treeaty", "Did you mean 'treaty'?")]
    [InlineData("predicates/partty", "Did you mean 'party'?")]
    public async Task What_the_schema_does_not_have_is_a_404_with_the_nearest(string path, string detail) =>
        Assert.Contains(detail, (await invented.GetProblem($"/api/v1/schema/{path}", 404, "unknown-id")).Text("detail"), StringComparison.Ordinal);

    [Fact]
    public async Task The_id_of_an_inverse_leads_to_its_predicate()
    {
        var answer = await invented.Get("/api/v1/schema/predicates/party-to");
        answer.Problem(404, "unknown-id");
        Assert.Equal("</api/v1/schema/predicates/party>; rel=\"alternate\"", answer.Header("Link"));
    }
}
