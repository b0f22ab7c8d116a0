using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>Somebody who sends packs to be loaded, and looks what became of them.</summary>
internal sealed class PackSender(RunningProgram program)
{
    private const int Statements = 40;

    private readonly List<string> _begun = [];
    private readonly List<string> _acknowledged = [];

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Sends some packs one after the other, until nobody answers.</summary>
    public async Task SendAsync(string name, int packs, CancellationToken killed)
    {
        for (var pack = 0; pack < packs && !killed.IsCancellationRequested; pack++)
            await SendAsync($"{name}-{(char)('a' + pack)}", killed);
    }

    /// <summary>Waits until all are over: what was taken on is loaded, and each pack is there as a whole or not at all.</summary>
    public async Task CheckAsync(CancellationToken cancel)
    {
        JsonElement[] jobs;
        while ((jobs = (await program.ReadAsync("imports", cancel)).List("items")).Any(job => job.Text("status") is "queued" or "running"))
            await Task.Delay(20, cancel);
        var loaded = jobs.Where(job => job.Text("status") == "succeeded").Select(job => job.Text("note")).ToHashSet(StringComparer.Ordinal);
        foreach (var name in _begun)
        {
            Assert.True(loaded.Contains(name) || !_acknowledged.Contains(name), $"{name} was taken on and not loaded: {string.Join('\n', jobs)}");
            var there = await program.SendAsync("GET", $"statements?document={name}&limit=1", null, cancel);
            // A document that is not there is no value of a filter.
            Assert.Equal(loaded.Contains(name) ? Statements : 0, (int)there.Status == 200 ? there.Json.Number("total") : 0);
            Assert.Equal(loaded.Contains(name) ? 200 : 404, (int)(await program.SendAsync("GET", $"documents/{name}", null, cancel)).Status);
        }
    }

    private async Task SendAsync(string name, CancellationToken killed)
    {
        _begun.Add(name);
        try
        {
            var answer = await program.SendAsync("POST", "imports", Pack(name), killed, ("Change-Note", name));
            Assert.Equal(202, (int)answer.Status);
            _acknowledged.Add(name);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // Nothing was promised.
        }
    }

    private static string Pack(string name) => $$"""
        { "documents": [{ "id": "{{name}}", "title": "Gazette", "language": "en", "sha256": "{{new string('a', 64)}}", "sections": [{ "id": "news", "title": "News" }],
            "passages": [{ "locator": "news.p1s1", "start": 0, "end": 10, "words": 3, "sha256": "{{new string('b', 64)}}", "runs": [] }] }],
          "statements": [{{string.Join(", ", Enumerable.Range(0, Statements).Select(number => $$"""
            { "id": "{{name}}-{{number}}", "document": "{{name}}", "passages": ["news.p1s1"], "text": "The gazette has it so.", "asserts": [["aland", "ally-of", "bland"]] }
            """))}}] }
        """;
}
