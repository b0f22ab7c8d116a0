using System.Diagnostics;

namespace AllianceApi.Benchmarks.Writes;

/// <summary>What the disk gives by itself: no write that is acknowledged when it is synced can be faster.</summary>
internal static class Disk
{
    private const int Block = 4096;

    public static double SyncsPerSecond(string folder, int seconds)
    {
        var block = new byte[Block];
        using var file = new FileStream(Path.Combine(folder, "disk"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var (synced, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed.TotalSeconds < seconds; synced++)
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
        }
        return synced / clock.Elapsed.TotalSeconds;
    }
}
