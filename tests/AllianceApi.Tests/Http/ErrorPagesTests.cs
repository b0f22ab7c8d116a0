using System.Text.Json;
using AllianceApi.Http;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>docs/errors.md and the catalogue say the same.</summary>
public sealed class ErrorPagesTests(InventedGraph invented)
{
    public static TheoryData<string> Codes { get; } = [.. Problem.All.Select(problem => problem.Code)];

    [Fact]
    public async Task Each_code_is_documented_and_each_documented_code_exists()
    {
        var pages = (await invented.Get("/problems")).Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);
        Assert.Equal(Problem.All.Select(problem => problem.Code).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_section_is_served_with_the_status_an_example_and_the_mend(string code)
    {
        var problem = Problem.Find(code)!;
        var page = (await invented.Get(problem.Type)).Text;
        Assert.StartsWith($"# {code}\n\n**{problem.Status}.** ", page, StringComparison.Ordinal);
        Assert.Contains("\n**The mend.** ", page, StringComparison.Ordinal);

        var example = JsonDocument.Parse(page.Split("```json")[1].Split("```")[0]).RootElement;
        Assert.Equal(problem.Type, example.Text("type"));
        Assert.Equal(problem.Title, example.Text("title"));
        Assert.Equal(problem.Status, example.Number("status"));
        Assert.Equal(code, example.Text("code"));
        Assert.NotNull(example.Deserialize<ProblemResponse>(Json.Options));
    }

    [Fact]
    public async Task A_page_that_is_none_is_a_404_with_the_nearest() =>
        Assert.Contains("Did you mean 'gone'?", (await invented.GetProblem("/problems/gon", 404, "unknown-id")).Text("detail"), StringComparison.Ordinal);
}
