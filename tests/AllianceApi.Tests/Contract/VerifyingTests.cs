using System.Text.RegularExpressions;
using AllianceApi.Tests.Support;
using AllianceApi.Tests.Verification;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Every request in <c>docs/verify.md</c> is answered as the page shows, and every body that Swagger shows is answered.</summary>
public sealed partial class VerifyingTests(SeedGraph api)
{
    public static IEnumerable<TheoryDataRow<string, string>> Requests() =>
        Request().Matches(File.ReadAllText(Repository.Docs("verify.md"))).Select(match => new TheoryDataRow<string, string>(match.Groups["body"].Value, match.Groups["answer"].Value));

    [Fact]
    public void The_page_has_claims_of_each_sort()
    {
        var bodies = string.Concat(Requests().Select(request => request.Data.Item1));
        Assert.All(["triple", "quote", "sentence"], sort => Assert.Contains($"\"{sort}\"", bodies, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task A_request_of_the_page_is_answered_as_shown(string body, string answer) =>
        ShownJson.IsIn(answer, (await api.Post(Verifying.Path, body)).Text);

    [Fact]
    public async Task A_body_that_Swagger_shows_is_answered()
    {
        var operation = (await api.GetJson("/openapi/v1.json")).At("paths").At(Verifying.Path).At("post");
        var examples = operation.At("requestBody").At("content").At("application/json").At("examples").EnumerateObject().ToList();
        Assert.True(examples.Count >= 3);
        foreach (var example in examples)
            Assert.All(await api.Verify(example.Value.At("value").ToString()), claim => Assert.True(claim.Has("verdict") || claim.List("nearest").Length > 0));
    }

    [Fact]
    public async Task The_triples_that_Swagger_shows_come_to_different_verdicts()
    {
        var examples = (await api.GetJson("/openapi/v1.json")).At("paths").At(Verifying.Path).At("post").At("requestBody").At("content").At("application/json").At("examples");
        var verdicts = (await api.Verify(examples.At("triples").At("value").ToString())).Select(claim => claim.Verdict());
        Assert.Equal(
            ["affirmed stated asserted", "affirmed attributed possible", "denied stated asserted", "contradicted stated asserted", "unknown"], verdicts);
    }

    [GeneratedRegex("```http\nPOST /api/v1/verify\n\n(?<body>[^`]*)```\n\n```json\n(?<answer>[^`]*)```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();
}
