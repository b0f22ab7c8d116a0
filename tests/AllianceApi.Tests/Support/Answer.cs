using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace AllianceApi.Tests.Support;

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    /// <summary>A header's values with commas between them; null where it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The answer, which has to be a problem in the shape of all.</summary>
    public JsonElement Problem(int status, string code)
    {
        Assert.True((int)Status == status, $"{Status} in place of {status}: {Text}");
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.StartsWith("no-store", Header("Cache-Control"), StringComparison.Ordinal);
        var problem = Json;
        Assert.Equal(code, problem.Text("code"));
        Assert.Equal(status, problem.Number("status"));
        Assert.Equal($"/problems/{code}", problem.Text("type"));
        Assert.NotEmpty(problem.Text("title"));
        Assert.NotEmpty(problem.Text("detail"));
        Assert.NotEmpty(problem.Text("traceId"));
        Assert.StartsWith("/", problem.Text("instance"), StringComparison.Ordinal);
        return problem;
    }

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }
}
