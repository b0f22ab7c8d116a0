using System.Globalization;
using System.Text.RegularExpressions;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Pages of docs show requests in their order, and what each comes to is so.</summary>
public sealed partial class PagesTests
{
    [Theory]
    [InlineData("curating.md", "Curate", 12)]
    [InlineData("sharing.md", "Admin", 7)]
    public async Task Every_request_of_a_page_comes_to_what_it_says(string page, string scope, int least)
    {
        // Names stand for nothing where there is no network.
        await using var api = new Api(() => Path.Combine(AppContext.BaseDirectory, "seed"), settings: ("Webhooks:AllowedNetworks", "203.0.113.0/24"));
        var key = (await (await api.Service<ApiKeys>()).CreateAsync("Ada", Enum.Parse<Scope>(scope), null, TestContext.Current.CancellationToken)).Text.Reveal();
        var text = await File.ReadAllTextAsync(Repository.Docs(page), TestContext.Current.CancellationToken);
        var requests = Request().Matches(text.Replace("hooks.example.org", "203.0.113.9", StringComparison.Ordinal));
        Assert.True(requests.Count > least);
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
