using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Another system that follows the feed by events, and looks that it leaves nothing out and repeats nothing.</summary>
internal sealed class Follower(string url, long since)
{
    private readonly HashSet<string> _ofRevision = new(StringComparer.Ordinal);
    private long _last = since;

    public long Last => Interlocked.Read(ref _last);

    public Lag Lag { get; } = new();

    public List<string> Findings { get; } = [];

    public async Task RunAsync(CancellationToken done)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };
        while (!done.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(http, done);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                if (!done.IsCancellationRequested)
                    Findings.Add($"the feed broke off: {error.Message}");
            }
        }
    }

    private async Task FollowAsync(HttpClient http, CancellationToken done)
    {
        _ofRevision.Clear();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/changes?since={Last.ToString(CultureInfo.InvariantCulture)}", UriKind.Relative));
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, done);
        var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(done);
        await using (stream)
        {
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(done))
                Apply(JsonDocument.Parse(item.Data).RootElement, ends: item.EventId is not null);
        }
    }

    /// <param name="ends">Whether it is the last of its revision.</param>
    private void Apply(JsonElement change, bool ends)
    {
        var revision = change.GetProperty("revision").GetInt64();
        if (revision != Last + 1)
            Findings.Add(FormattableString.Invariant($"the feed gives revision {revision} after {Last}"));
        if (!_ofRevision.Add($"{change.GetProperty("op")} {change.GetProperty("type")} {change.GetProperty("id")}"))
            Findings.Add(FormattableString.Invariant($"the feed repeats {change.GetProperty("id")} in revision {revision}"));
        if (!ends)
            return;
        _ofRevision.Clear();
        Interlocked.Exchange(ref _last, revision);
        Lag.Heard(revision);
    }
}
