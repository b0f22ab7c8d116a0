using AllianceApi.Http;
using AllianceApi.Service;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Each code of the catalogue has its section in <c>docs/errors.md</c> and is reached by a request, and there are no others.</summary>
public sealed class ErrorCatalogueTests(Api api)
{
    public static TheoryData<string> Codes { get; } = new(Problem.All.Select(problem => problem.Code));

    [Fact]
    public void Documentation_and_catalogue_have_the_same_codes() =>
        Assert.Equal(Problem.All.Select(problem => problem.Code).Order(StringComparer.Ordinal), ErrorPages.Codes.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_page_says_what_a_code_means_when_it_comes_and_the_mend(string code)
    {
        var problem = Problem.Find(code)!;
        var page = await api.GetText(problem.Type);
        Assert.Contains($"({problem.Status})", page, StringComparison.Ordinal);
        Assert.Contains($"\"code\": \"{code}\"", page, StringComparison.Ordinal);
        Assert.Contains($"\"status\": {problem.Status}", page, StringComparison.Ordinal);
        Assert.Contains("\nWhen: ", page, StringComparison.Ordinal);
        Assert.Contains("\nMend: ", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Each_code_is_reached(string code)
    {
        var title = code switch
        {
            "invalid-parameter" => await api.AssertProblem("/api/v1/treaties?limit=0", 400, code),
            "bad-request" => await Of(new KestrelApi(), 400, code, "/api/v1/treaties/%C3%28"),
            "unknown-path" => await api.AssertProblem("/api/v1/treatys", 404, code),
            "unknown-id" => await api.AssertProblem("/api/v1/treaties/nothing", 404, code),
            "method-not-allowed" => await api.AssertProblem("/api/v1/treaties", 405, code, "DELETE"),
            "not-acceptable" => await api.AssertProblem("/api/v1/treaties", 406, code, "GET", ("Accept", "image/png")),
            "gone" => await OfGone(),
            "uri-too-long" => await api.AssertProblem($"/api/v1/treaties?q={new string('a', 9_000)}", 414, code),
            "internal-error" => await Of(new FailingApi(), 500, code),
            "not-ready" => await Of(new NeverLoadedApi(), 503, code),
            _ => throw new InvalidOperationException($"Nothing shows how {code} is reached."),
        };
        Assert.Equal(Problem.Find(code)!.Title, (string)title["title"]!);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Of(Api unfit, int status, string code, string path = "/api/v1/treaties/nothing")
    {
        await using (unfit)
        {
            if (code != "not-ready")
                await unfit.InitializeAsync();
            return await unfit.AssertProblem(path, status, code);
        }
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> OfGone()
    {
        await using var own = new Api();
        await own.InitializeAsync();
        using var pack = SeedFolders.LogWithoutBeacon();
        Assert.Empty((await own.Import(pack.Folder)).Problems);
        return await own.AssertProblem("/api/v1/places/beacon", 410, "gone");
    }
}
