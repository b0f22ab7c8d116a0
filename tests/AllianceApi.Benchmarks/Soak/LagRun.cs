using System.Diagnostics;
using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>How long after the answer to a write who follows the feed and who is told by a webhook hear of it, on the seed.</summary>
internal sealed class LagRun(int seconds)
{
    private const int WritesPerSecond = 50;

    private readonly string _folder = Directory.CreateTempSubdirectory("alliance-lag-").FullName;

    public async Task<int> RunAsync()
    {
        try
        {
            await using var server = await Server.StartAsync(_folder, Audience.Setting);
            await using var audience = await Audience.OfAsync(server);
            var bodies = await Bodies.OfAsync(server);
            await WriteAsync(server, audience, bodies, 2);
            await audience.FindingsAsync();
            _ = (audience.Follower.Lag.Times.Take(), audience.Receiver.Lag.Times.Take());
            var rate = await WriteAsync(server, audience, bodies, seconds);
            var findings = await audience.FindingsAsync();
            WritesRun.Say($"| behind the answer, at {rate:0} writes a second | p50 ms | p99 ms | most, ms |");
            WritesRun.Say($"|---|--:|--:|--:|");
            Say("feed, as events", audience.Follower.Lag);
            Say("webhook", audience.Receiver.Lag);
            foreach (var finding in findings)
                WritesRun.Say($"NOT GOOD: {finding}");
            return findings.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static void Say(string name, Lag lag)
    {
        var spread = lag.Times.Take();
        WritesRun.Say($"| {name} | {spread} | {spread.Slowest:0.0} |");
    }

    /// <returns>How many a second there were.</returns>
    private static async Task<double> WriteAsync(Server server, Audience audience, Bodies bodies, int seconds)
    {
        var (written, clock) = (0, Stopwatch.StartNew());
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            using (var answer = await server.SendAsync(HttpMethod.Post, "statements", bodies.Next()))
                audience.Answered(answer);
            written++;
            var ahead = TimeSpan.FromSeconds((double)written / WritesPerSecond) - clock.Elapsed;
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead);
        }
        return written / clock.Elapsed.TotalSeconds;
    }
}
