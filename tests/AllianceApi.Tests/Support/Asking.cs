using System.Text;
using System.Text.Json;
using Xunit;

namespace AllianceApi.Tests.Support;

/// <summary>Patterns, sent as they stand.</summary>
internal static class Asking
{
    public const string Match = "/api/v1/graph/match";

    public static async Task<JsonElement> GetMatch(this Api api, string body)
    {
        var answer = await api.Post(Match, body);
        Assert.True((int)answer.Status == 200, answer.Text);
        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
        Assert.NotNull(answer.Header("Graph-Revision"));
        return answer.Json;
    }

    /// <summary>What the rows of a pattern show of one variable, with spaces between them.</summary>
    public static async Task<string> GetMatched(this Api api, string variable, string body) =>
        (await api.GetMatch(body)).List("rows").Select(row => row.Has(variable) ? Shown(row.At(variable)) : "-").Spaced();

    public static async Task<Answer> Post(this Api api, string path, string body, string? type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://localhost{path}")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await api.Send(request);
    }

    private static string Shown(JsonElement value) => value.Has("id") ? value.Text("id") : value.Text("value");
}
