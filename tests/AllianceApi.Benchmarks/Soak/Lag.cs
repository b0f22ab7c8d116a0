using System.Diagnostics;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>How long after the answer to a write somebody hears of its revision; nothing where they hear of it first.</summary>
internal sealed class Lag
{
    private readonly Lock _noting = new();
    private readonly Dictionary<long, long> _answered = [];
    private readonly Dictionary<long, long> _heard = [];

    public Times Times { get; } = new();

    public void Answered(long revision) => Note(revision, _answered, _heard);

    public void Heard(long revision) => Note(revision, _heard, _answered);

    private void Note(long revision, Dictionary<long, long> own, Dictionary<long, long> other)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_noting)
        {
            if (other.Remove(revision, out var then))
                Times.Add(own == _heard ? Stopwatch.GetElapsedTime(then, now) : TimeSpan.Zero);
            else
                own.TryAdd(revision, now);
        }
    }
}
