using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Whether something grows though the work stays the same: the last third of a run beside the second. The first is for warming up.</summary>
internal static class Verdict
{
    /// <returns>What creeps, each as a sentence.</returns>
    public static IReadOnlyList<string> Creeping(IReadOnlyList<Sample> samples) =>
    [
        .. Of(samples, "resident memory, MiB", sample => sample.Memory, share: 0.05, least: 10),
        .. Of(samples, "handles", sample => sample.Handles, share: 0.05, least: 5),
        .. Of(samples, "threads", sample => sample.Threads, share: 0.2, least: 5),
        .. Of(samples, "reads, p50 ms", sample => sample.Reads.Median, share: 0.25, least: 1),
        .. Of(samples, "reads, p99 ms", sample => sample.Reads.Slow, share: 0.5, least: 10),
        .. Of(samples, "writes, p50 ms", sample => sample.Writes.Median, share: 0.25, least: 2),
        .. Of(samples, "writes, p99 ms", sample => sample.Writes.Slow, share: 0.5, least: 20),
        .. Of(samples, "feed behind, p99 ms", sample => sample.Feed.Slow, share: 0.5, least: 20),
        .. Of(samples, "webhook behind, p99 ms", sample => sample.Webhook.Slow, share: 0.5, least: 50),
    ];

    /// <summary>Prints the medians of both thirds.</summary>
    private static IEnumerable<string> Of(IReadOnlyList<Sample> samples, string name, Func<Sample, double> figure, double share, double least)
    {
        var third = samples.Count / 3;
        var (second, last) = (Median(samples.Skip(samples.Count - (2 * third)).Take(third)), Median(samples.TakeLast(third)));
        WritesRun.Say($"| {name} | {second:0.0} | {last:0.0} |");
        if (last - second > Math.Max(least, second * share))
            yield return FormattableString.Invariant($"{name}: {second:0.0} in the second third, {last:0.0} in the last");

        double Median(IEnumerable<Sample> of) => of.Select(figure).Order().ToList() is { Count: > 0 } all ? all[all.Count / 2] : 0;
    }
}
