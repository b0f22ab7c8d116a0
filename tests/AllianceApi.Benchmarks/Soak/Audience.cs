using System.Diagnostics;
using System.Globalization;
using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Whoever is to hear of each revision of a server: somebody who follows its feed, and a webhook.</summary>
internal sealed class Audience : IAsyncDisposable
{
    /// <summary>What a server needs to be told so that a receiver on this machine may be called.</summary>
    public const string Setting = "--Webhooks:AllowedNetworks=127.0.0.0/8";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _done = new();
    private readonly Server _server;
    private readonly long _since;
    private readonly Task _following;

    private Audience(Server server, long since, Receiver receiver)
    {
        (_server, _since, Receiver, Follower) = (server, since, receiver, new Follower(server.Url, since));
        _following = Follower.RunAsync(_done.Token);
    }

    public Follower Follower { get; }

    public Receiver Receiver { get; }

    public static async Task<Audience> OfAsync(Server server)
    {
        var since = await HeadAsync(server);
        var receiver = await Receiver.StartAsync();
        await server.WriteAsync(HttpMethod.Post, "webhooks", string.Create(CultureInfo.InvariantCulture, $$"""{ "url": "{{receiver.Url}}", "types": ["*"], "since": {{since}} }"""));
        return new Audience(server, since, receiver);
    }

    public static async Task<long> HeadAsync(Server server) => (await server.ReadAsync("")).GetProperty("revision").GetInt64();

    /// <summary>Notes that a write was answered.</summary>
    public void Answered(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode || !answer.Headers.TryGetValues("Graph-Revision", out var values) || !long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            return;
        Follower.Lag.Answered(revision);
        Receiver.Lag.Answered(revision);
    }

    /// <summary>Waits until they have heard of all, for as long as that may take.</summary>
    /// <returns>What they heard amiss.</returns>
    public async Task<IReadOnlyList<string>> FindingsAsync()
    {
        var head = await HeadAsync(_server);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && (Follower.Last < head || Receiver.Missing(_since, head).Count > 0);)
            await Task.Delay(100);
        var missing = Receiver.Missing(_since, head);
        return
        [
            .. Follower.Findings,
            .. Follower.Last == head ? (string[])[] : [FormattableString.Invariant($"the feed ends at {Follower.Last} of {head}")],
            .. missing.Count == 0 ? (string[])[] : [FormattableString.Invariant($"{missing.Count} revisions were not delivered, the first is {missing[0]}")],
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _following;
        await Receiver.DisposeAsync();
        _done.Dispose();
    }
}
