using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>Another system that keeps a copy by the feed, and goes on from what it has whenever the program is there again: by a page first, then by events.</summary>
internal sealed class FeedFollower(HttpClient client)
{
    private readonly List<JsonElement> _ofRevision = [];
    private string _graph = "";
    private long _last;

    public long Last => Interlocked.Read(ref _last);

    public Dictionary<(string Type, string Id), string> Records { get; } = [];

    /// <summary>The revisions that a record of a type was put in.</summary>
    public List<(long Revision, string Type)> Put { get; } = [];

    /// <exception cref="Xunit.Sdk.XunitException">The feed left something out or repeated it.</exception>
    public async Task RunAsync(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                await PageAsync(done);
                await EventsAsync(done);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    /// <summary>Waits until it has heard of a revision.</summary>
    public async Task ReachAsync(long revision, CancellationToken cancel)
    {
        while (Last < revision)
            await Task.Delay(20, cancel);
    }

    private async Task PageAsync(CancellationToken done)
    {
        using var response = await client.GetAsync(Address(_graph.Length > 0 ? $"?limit=20&since={At()}" : "?limit=20&since=0"), done);
        var page = await ReadAsync(response, done);
        _graph = page.Text("graph");
        _ofRevision.Clear();
        var items = page.List("items");
        for (var i = 0; i < items.Length; i++)
            Hear(items[i], ends: i == items.Length - 1 || items[i + 1].Number("revision") != items[i].Number("revision"));
        Assert.Equal(Last, page.Number("next"));
    }

    private async Task EventsAsync(CancellationToken done)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(""));
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Last-Event-ID", At());
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, done);
        var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(done);
        await using (stream)
        {
            _ofRevision.Clear();
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(done))
            {
                var ends = item.EventId is not null;
                Hear(JsonDocument.Parse(item.Data).RootElement, ends);
                Assert.True(!ends || item.EventId == At(), item.EventId);
            }
        }
    }

    private string At() => string.Create(CultureInfo.InvariantCulture, $"{_graph}-{Last}");

    private static Uri Address(string query) => new($"/api/v1/changes{query}", UriKind.Relative);

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        // While it starts it has no graph yet.
        if ((int)response.StatusCode == 503)
            throw new HttpRequestException(text);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Applies whole revisions only.</summary>
    private void Hear(JsonElement change, bool ends)
    {
        Assert.Equal(Last + 1, change.At("revision").GetInt64());
        _ofRevision.Add(change);
        if (!ends)
            return;
        foreach (var item in _ofRevision)
            Apply(item);
        _ofRevision.Clear();
        Interlocked.Increment(ref _last);
    }

    private void Apply(JsonElement change)
    {
        var key = (change.Text("type"), change.Text("id"));
        if (change.Text("op") == "put")
        {
            Records[key] = change.At("record").GetRawText();
            Put.Add((Last + 1, key.Item1));
        }
        else
        {
            Assert.True(Records.Remove(key), $"{key} went and was not there");
        }
    }
}
