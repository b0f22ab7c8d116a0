using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Documents;

public sealed class DocumentTests(Api api)
{
    [Fact]
    public async Task Documents_come_by_id() => await api.AssertIds("/api/v1/documents", "charter", "log");

    [Fact]
    public async Task A_document_has_its_outline_and_coverage()
    {
        var document = await api.GetJson("/api/v1/documents/charter");
        Assert.Equal("""{"passages":8,"cited":7}""", document["coverage"]!.ToJsonString());
        Assert.Equal(
            """[{"id":"founding","title":"Founding"},{"id":"founding-terms","title":"Terms","parent":"founding"},{"id":"disputes","title":"Disputes"}]""",
            document["sections"]!.ToJsonString());
        Assert.Equal(new string('a', 64), (string)document["sha256"]!);
    }

    [Theory]
    [InlineData("", "founding.p1s1", "founding.p1s2", "founding-terms.p1s1", "founding-terms.p1s2", "disputes.p1s1", "disputes.p1s2", "disputes.p1s3", "disputes.p2s1")]
    [InlineData("?section=founding", "founding.p1s1", "founding.p1s2", "founding-terms.p1s1", "founding-terms.p1s2")]
    [InlineData("?section=founding-terms", "founding-terms.p1s1", "founding-terms.p1s2")]
    [InlineData("?cited=false", "disputes.p2s1")]
    [InlineData("?cited=true&section=disputes", "disputes.p1s1", "disputes.p1s2", "disputes.p1s3")]
    public async Task Passages_come_in_their_order(string query, params string[] locators) => await api.AssertIds($"/api/v1/documents/charter/passages{query}", locators);

    [Fact]
    public async Task A_passage_has_its_place_and_the_statements_on_it_and_no_text()
    {
        var passage = (await api.GetJson("/api/v1/documents/charter/passages/founding.p1s2")).AsObject();
        Assert.Equal(["document", "locator", "section", "start", "end", "words", "sha256", "statements", "links"], passage.Select(member => member.Key));
        Assert.Equal("""["signed-later","tide-year"]""", passage["statements"]!.ToJsonString());
        Assert.Equal((61, 99, 7), ((int)passage["start"]!, (int)passage["end"]!, (int)passage["words"]!));
        await api.GetJson((string)passage["links"]!["self"]!);
    }

    [Theory]
    [InlineData("documents/chartr", "Did you mean 'charter'?")]
    [InlineData("documents/chartr/passages", "Did you mean 'charter'?")]
    [InlineData("documents/chartr/passages/founding.p1s1", "Did you mean 'charter'?")]
    [InlineData("documents/charter/passages/founding.p1s3", "'founding.p1s1'")]
    [InlineData("documents/log/passages/disputes.p1s1", "'log' has no passage 'disputes.p1s1'.")]
    public async Task What_is_not_there_is_a_404_with_the_nearest(string path, string detail) =>
        Assert.Contains(detail, (string)(await api.AssertProblem($"/api/v1/{path}", 404, "unknown-id"))["detail"]!, StringComparison.Ordinal);

    [Fact]
    public async Task A_section_of_another_document_is_refused() =>
        await api.AssertRefused("/api/v1/documents/charter/passages?section=watch", "section", "There is no section");
}
