using System.Globalization;
using System.Text.RegularExpressions;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>docs/curating.md shows requests in their order, and what each comes to is so.</summary>
public sealed partial class CuratingTests
{
    [Fact]
    public async Task Every_request_of_the_page_comes_to_what_it_says()
    {
        await using var api = new SeedGraph();
        var key = (await (await api.Service<ApiKeys>()).CreateAsync("Ada", Scope.Curate, null, TestContext.Current.CancellationToken)).Text.Reveal();
        var requests = Request().Matches(await File.ReadAllTextAsync(Repository.Docs("curating.md"), TestContext.Current.CancellationToken));
        Assert.True(requests.Count > 12);
        foreach (var request in requests.Cast<Match>())
        {
            var path = request.Groups["path"].Value.Replace("{newest}", (await api.GetJson("/api/v1")).Number("revision").ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            using var sent = new HttpRequestMessage(new HttpMethod(request.Groups["method"].Value), new Uri($"http://localhost{path}"));
            var parts = request.Groups["rest"].Value.Split("\n\n", 2);
            if (parts.Length > 1)
                sent.Content = new StringContent(parts[1]);
            sent.Content?.Headers.Remove("Content-Type");
            sent.Headers.Add("X-Api-Key", key);
            foreach (var header in parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)))
                Assert.True(sent.Headers.TryAddWithoutValidation(header[0], header[1]) || sent.Content!.Headers.TryAddWithoutValidation(header[0], header[1]));
            var answer = await api.Send(sent);
            Assert.True(request.Groups["status"].Value == ((int)answer.Status).ToString(CultureInfo.InvariantCulture), $"{request.Groups["method"]} {path}: {answer.Status} {answer.Text}");
        }
    }

    [GeneratedRegex(@"```http\n(?<method>[A-Z]+) (?<path>\S+)\n(?<rest>[^`]*)```\n\n→ (?<status>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();
}
