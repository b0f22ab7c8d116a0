using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Verification;

/// <summary>Claims, one or several at a time.</summary>
internal static class Verifying
{
    public const string Path = "/api/v1/verify";

    public static async Task<JsonElement[]> Verify(this Api api, string body, string query = "")
    {
        var answer = await api.Post(Path + query, body);
        Assert.True((int)answer.Status == 200, answer.Text);
        return answer.Json.List("claims");
    }

    public static async Task<JsonElement> VerifyTriple(this Api api, string triple, string query = "")
    {
        var parts = JsonSerializer.Serialize(triple.Split(' '));
        return Assert.Single(await api.Verify($$"""{ "claims": [{ "triple": {{parts}} }] }""", query));
    }

    public static async Task<JsonElement> VerifyQuote(this Api api, string quote, string? document = null) =>
        Assert.Single(await api.Verify(JsonSerializer.Serialize(new { claims = new[] { new { quote, document } } })));

    /// <summary>The verdict, whose voice and how sure it is put.</summary>
    public static string Verdict(this JsonElement claim) => claim.Has("standing")
        ? $"{claim.Text("verdict")} {claim.Text("standing")} {claim.Text("modality")}"
        : claim.Text("verdict");

    /// <summary>The statements on both sides, with a bar between them.</summary>
    public static string Sides(this JsonElement claim) => $"{Statements(claim, "affirms")}|{Statements(claim, "denies")}";

    public static string Located(this JsonElement claim) => claim.List("passages").Select(passage => $"{passage.Text("document")}/{passage.Text("locator")}").Spaced();

    public static IReadOnlyList<(int Start, int Length)> Differences(this JsonElement claim) =>
        [.. claim.List("differences").Select(difference => (difference.Number("start"), difference.Number("length")))];

    private static string Statements(JsonElement claim, string side) =>
        claim.At("evidence").List(side).Select(evidence => evidence.Text("statement")).Spaced();
}
