using System.Collections.Concurrent;
using System.Diagnostics;
using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>A server under all sorts of work at once, for hours: whether it grows or slows, and whether everybody heard of everything.</summary>
/// <param name="synthetic">The graph; null for the seed.</param>
internal sealed class SoakRun(TimeSpan length, SyntheticGraph? synthetic)
{
    private const int Samples = 60;
    private const int Readers = 4;
    private const int Writers = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory("alliance-soak-").FullName;

    public async Task<int> RunAsync()
    {
        try
        {
            if (synthetic is not null)
                await ImportAsync(synthetic);
            await using var server = await Server.StartAsync(_folder, Audience.Setting);
            var findings = await RunAsync(server);
            await server.StopAsync();
            if (!await server.CheckAsync())
                findings.Add("'check' has findings");
            foreach (var finding in findings)
                WritesRun.Say($"NOT GOOD: {finding}");
            WritesRun.Say($"{(findings.Count == 0 ? "Nothing creeps, nothing was lost." : "See above.")}");
            return findings.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<List<string>> RunAsync(Server server)
    {
        await using var audience = await Audience.OfAsync(server);
        using var done = new CancellationTokenSource();
        var (readTimes, writeTimes, sorts) = (new Times(), new Times(), new ConcurrentDictionary<string, Times>(StringComparer.Ordinal));
        var reads = Enumerable.Range(0, Readers).Select(_ => new Reads(server, readTimes, sorts, () => audience.Follower.Last)).ToList();
        var edits = Enumerable.Range(0, Writers).Select(number => new Edits(server, audience, writeTimes, $"soak-{number}")).ToList();
        var reloads = new Reloads(server);
        Task[] work = [.. reads.Select(read => read.RunAsync(done.Token)), .. edits.Select(edit => edit.RunAsync(done.Token)), reloads.RunAsync(done.Token)];
        var samples = await WatchAsync(at => Sample.Of(at, server.ProcessId, _folder, readTimes, writeTimes, audience), Task.WhenAny(work));
        await done.CancelAsync();
        await Task.WhenAll(work);

        var findings = await audience.FindingsAsync();
        var failed = reads.Sum(read => read.Failed) + edits.Sum(edit => edit.Failed) + reloads.Failed;
        WritesRun.Say($"{audience.Follower.Last} revisions, {reloads.Done} imports, {failed} requests failed");
        SaySorts(sorts);
        WritesRun.Say($"| | second third | last third |");
        WritesRun.Say($"|---|--:|--:|");
        return [.. findings, .. failed > 0 ? (string[])[FormattableString.Invariant($"{failed} requests failed")] : [], .. Verdict.Creeping(samples)];
    }

    private static void SaySorts(IReadOnlyDictionary<string, Times> sorts)
    {
        WritesRun.Say($"| read | how many | p50 ms | p99 ms | most, ms |");
        WritesRun.Say($"|---|--:|--:|--:|--:|");
        foreach (var (sort, spread) in sorts.Select(sort => (sort.Key, sort.Value.Take())).OrderByDescending(sort => sort.Item2.Slow))
            WritesRun.Say($"| {sort} | {spread.Count} | {spread} | {spread.Slowest:0.0} |");
    }

    private async Task<List<Sample>> WatchAsync(Func<TimeSpan, Sample> take, Task broken)
    {
        Console.WriteLine(Sample.Heading);
        var samples = new List<Sample>();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < length && !broken.IsCompleted;)
        {
            await Task.WhenAny(broken, Task.Delay(length / Samples));
            samples.Add(take(clock.Elapsed));
            Console.WriteLine(samples[^1]);
        }
        return samples;
    }

    private async Task ImportAsync(SyntheticGraph graph)
    {
        var pack = Path.Combine(_folder, "graph.ndjson");
        await new NdjsonPack(graph).WriteAsync(pack);
        using var import = Programs.Start(Programs.Product, "import", pack, $"--ConnectionStrings:Graph=Data Source={Path.Combine(_folder, "graph.db")}");
        await import.WaitForExitAsync();
        File.Delete(pack);
    }
}
