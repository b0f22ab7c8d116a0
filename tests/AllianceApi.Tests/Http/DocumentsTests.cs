using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class DocumentsTests(InventedGraph invented, SeedGraph seed)
{
    [Fact]
    public async Task A_document_has_its_outline_and_says_how_much_of_it_is_covered()
    {
        var document = await invented.GetJson("/api/v1/documents/charter-review");
        Assert.Equal("id title language sha256 sections coverage links", document.Names());
        Assert.Equal(new string('a', 64), document.Text("sha256"));
        Assert.Equal(
            """[{"id":"founding","title":"Founding"},{"id":"founding-terms","title":"The terms","parent":"founding"},{"id":"outlook","title":"Outlook"}]""",
            document.At("sections").GetRawText());
        Assert.Equal("""{"passages":6,"cited":5}""", document.At("coverage").GetRawText());
        Assert.Equal("charter-review harbour-notes", await invented.GetIds("/api/v1/documents"));
        Assert.Equal("harbour-notes charter-review", await invented.GetIds("/api/v1/documents?sort=-id"));
    }

    [Fact]
    public async Task The_links_of_a_document_lead_to_its_passages_and_statements()
    {
        var links = (await invented.GetJson("/api/v1/documents/harbour-notes")).At("links");
        Assert.Equal("self passages statements", links.Names());
        Assert.Equal(2, (await invented.GetJson(links.Text("passages"))).Number("total"));
        Assert.Equal(8, (await invented.GetJson(links.Text("statements"))).Number("total"));
    }

    [Fact]
    public async Task A_passage_has_its_place_and_the_statements_on_it_and_no_text()
    {
        var passage = await invented.GetJson("/api/v1/documents/harbour-notes/passages/outlook.p1s1");
        Assert.Equal("document locator section start end words sha256 statements links", passage.Names());
        Assert.Equal("harbour-notes", passage.Text("document"));
        Assert.Equal("outlook", passage.Text("section"));
        Assert.Equal(0, passage.Number("start"));
        Assert.Equal(40, passage.Number("end"));
        Assert.Equal("aland-supports calm-maybe no-cland", passage.List("statements").Select(id => id.GetString()!).Order(StringComparer.Ordinal).Spaced());
        Assert.Equal("/api/v1/documents/harbour-notes/passages/outlook.p1s1", passage.At("links").Text("self"));
    }

    [Theory]
    [InlineData("", "founding.p1s1 founding.p1s2 founding-terms.p1s1 founding-terms.p1s2 outlook.p1s1 outlook.p1s2")]
    [InlineData("section=founding", "founding.p1s1 founding.p1s2 founding-terms.p1s1 founding-terms.p1s2")]
    [InlineData("section=founding-terms,outlook", "founding-terms.p1s1 founding-terms.p1s2 outlook.p1s1 outlook.p1s2")]
    [InlineData("cited=false", "outlook.p1s2")]
    [InlineData("cited=true&section=outlook", "outlook.p1s1")]
    public async Task Passages_come_in_their_order_and_can_be_filtered(string filters, string locators) => Assert.Equal(
        locators,
        (await invented.GetJson($"/api/v1/documents/charter-review/passages?{filters}")).List("items").Select(passage => passage.Text("locator")).Spaced());

    [Theory]
    [InlineData("charter-revue", "There is no document 'charter-revue'. Did you mean 'charter-review'?")]
    [InlineData("charter-revue/passages", "There is no document 'charter-revue'. Did you mean 'charter-review'?")]
    [InlineData("charter-revue/passages/outlook.p1s1", "There is no document 'charter-revue'. Did you mean 'charter-review'?")]
    [InlineData("harbour-notes/passages/founding.p1s1", "founding.p1s1")]
    [InlineData("charter-review/passages/outlook.p1s9", "Did you mean 'outlook.p1s1'")]
    public async Task What_a_document_does_not_have_is_a_404(string path, string detail) =>
        Assert.Contains(detail, (await invented.GetProblem($"/api/v1/documents/{path}", 404, "unknown-id")).Text("detail"), StringComparison.Ordinal);

    [Fact]
    public async Task Every_passage_of_the_seed_is_cited()
    {
        var coverage = (await seed.GetJson("/api/v1/documents/rok-us-alliance")).At("coverage");
        Assert.Equal("""{"passages":64,"cited":64}""", coverage.GetRawText());
    }
}
