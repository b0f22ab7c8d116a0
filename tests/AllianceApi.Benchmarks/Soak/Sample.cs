using System.Globalization;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>What a server took, and what it gave in the time before.</summary>
internal sealed record Sample(TimeSpan At, double Memory, int Handles, int Threads, Spread Reads, Spread Writes, Spread Feed, Spread Webhook, double Database)
{
    private const double Mebi = 1024 * 1024;

    public const string Heading = """
        | minute | resident MiB | handles | threads | reads | p50 ms | p99 ms | writes | p50 ms | p99 ms | feed behind, p50 ms | p99 ms | webhook behind, p50 ms | p99 ms | database MiB |
        |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """;

    public static Sample Of(TimeSpan at, int process, string folder, Times reads, Times writes, Audience audience)
    {
        var status = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").Select(line => line.Split(':', StringSplitOptions.TrimEntries)).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        return new Sample(
            at,
            double.Parse(status["VmRSS"].Split(' ')[0], CultureInfo.InvariantCulture) * 1024 / Mebi,
            Directory.GetFileSystemEntries($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/fd").Length,
            int.Parse(status["Threads"], CultureInfo.InvariantCulture),
            reads.Take(),
            writes.Take(),
            audience.Follower.Lag.Times.Take(),
            audience.Receiver.Lag.Times.Take(),
            Directory.EnumerateFiles(folder, "graph.db*").Sum(file => new FileInfo(file).Length) / Mebi);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {At.TotalMinutes:0.0} | {Memory:0} | {Handles} | {Threads} | {Reads.Count} | {Reads} | {Writes.Count} | {Writes} | {Feed} | {Webhook} | {Database:0.0} |");
}
