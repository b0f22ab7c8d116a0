using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>A dry run answers as the write would, and changes nothing.</summary>
public sealed class DryRunTests
{
    [Theory]
    [InlineData("POST", "statements", """{ "id": "new", "document": "charter-review", "passages": ["founding.p1s1"], "text": "New.", "asserts": [["lantern-pact","signed","1999"]] }""")]
    [InlineData("PATCH", "actors/aland", """{ "name": "Otherland" }""")]
    [InlineData("PUT", "relations/lantern-pact.party.bland", """{ "statements": ["accord-signed"] }""")]
    [InlineData("DELETE", "treaties/harbour-accord?cascade=true", null)]
    [InlineData("POST", "entities/south-isle/merge", """{ "into": "north-isle" }""")]
    [InlineData("POST", "statements", """{ "id": "new" }""")]
    [InlineData("DELETE", "treaties/harbour-accord", null)]
    public async Task It_answers_as_the_write_does(string method, string path, string? body)
    {
        await using var api = new CuratedGraph();
        var before = (await api.Get("/api/v1/graph?format=ndjson")).Text;
        var dry = await api.Write(method, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}dryRun=true", body, ("If-Match", "*"), ("Idempotency-Key", "dry"));
        Assert.Equal(before, (await api.Get("/api/v1/graph?format=ndjson")).Text);
        Assert.Equal(1, await api.Revision());
        var real = await api.Write(method, path, body, ("If-Match", "*"), ("Idempotency-Key", "dry"));
        Assert.Equal(real.Status, dry.Status);
        Assert.Equal(Shown(real), Shown(dry));
        Assert.Equal((int)real.Status < 300 ? "true" : null, dry.Header("Dry-Run"));
        foreach (var header in new[] { "ETag", "Location", "Contested" })
            Assert.Equal(real.Header(header), dry.Header(header));
    }

    /// <summary>All but when it was and how the log has it.</summary>
    private static string Shown(Answer answer) =>
        System.Text.RegularExpressions.Regex.Replace(answer.Text, "\"(updatedAt|traceId)\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.ExplicitCapture);
}
