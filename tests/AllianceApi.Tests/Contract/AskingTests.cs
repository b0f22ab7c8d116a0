using System.Text.Json;
using System.Text.RegularExpressions;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Every request in <c>docs/asking.md</c>, and every body that Swagger shows, answers as it stands, and with something.</summary>
public sealed partial class AskingTests(SeedGraph api)
{
    private static readonly string[] Answers = ["nodes", "paths", "rows", "central", "arguments", "items"];

    public static IEnumerable<TheoryDataRow<string, string>> Requests() =>
        Request().Matches(File.ReadAllText(Path.Combine(Readme.Root, "docs", "asking.md")))
            .Select(match => new TheoryDataRow<string, string>($"{match.Groups["method"].Value} {match.Groups["path"].Value}", match.Groups["body"].Value));

    [Fact]
    public void There_are_twelve_questions_or_more() => Assert.True(Requests().Count() >= 12);

    [Theory, MemberData(nameof(Requests))]
    public async Task A_request_of_the_page_is_answered(string request, string body)
    {
        var path = request.Split(' ')[1];
        AssertAnswers(request.StartsWith("POST", StringComparison.Ordinal) ? (await api.Post(path, body)).Json : await api.GetJson(path));
    }

    [Fact]
    public async Task A_body_that_Swagger_shows_is_answered()
    {
        var operation = (await api.GetJson("/openapi/v1.json")).At("paths").At(Asking.Match).At("post");
        var examples = operation.At("requestBody").At("content").At("application/json").At("examples").EnumerateObject().ToList();
        Assert.True(examples.Count >= 3);
        foreach (var example in examples)
            AssertAnswers(await api.GetMatch(example.Value.At("value").ToString()));
    }

    [Fact]
    public async Task What_Swagger_fills_in_for_required_parameters_is_answered()
    {
        foreach (var path in new[] { "/api/v1/graph/subgraph", "/api/v1/graph/paths" })
        {
            var parameters = (await api.GetJson("/openapi/v1.json")).At("paths").At(path).At("get").List("parameters").Where(parameter => parameter.Has("required") && parameter.Flag("required"));
            var query = string.Join('&', parameters.Select(parameter => $"{parameter.Text("name")}={parameter.At("example") switch { { ValueKind: JsonValueKind.Array } many => many[0], var one => one }}"));
            AssertAnswers(await api.GetJson($"{path}?{query}"));
        }
    }

    private static void AssertAnswers(JsonElement answer) =>
        Assert.True(Array.Exists(Answers, member => answer.TryGetProperty(member, out var found) && found.GetArrayLength() > 0), answer.ToString());

    [GeneratedRegex("```http\n(?<method>GET|POST) (?<path>\\S+)\n(?<body>[^`]*)```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();
}
