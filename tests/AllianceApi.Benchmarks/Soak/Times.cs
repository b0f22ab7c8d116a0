using System.Globalization;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>How long things took, gathered by many at once and taken away now and then.</summary>
internal sealed class Times
{
    private readonly Lock _gathering = new();
    private List<double> _milliseconds = [];

    public void Add(TimeSpan took)
    {
        lock (_gathering)
            _milliseconds.Add(took.TotalMilliseconds);
    }

    public Spread Take()
    {
        lock (_gathering)
        {
            var spread = Spread.Of(_milliseconds);
            _milliseconds = [];
            return spread;
        }
    }
}

/// <summary>Of some times, in milliseconds, how many there are, the median, and what one in a hundred exceeds.</summary>
internal readonly record struct Spread(int Count, double Median, double Slow, double Slowest)
{
    public static Spread Of(List<double> milliseconds)
    {
        if (milliseconds.Count == 0)
            return default;
        milliseconds.Sort();
        return new Spread(milliseconds.Count, milliseconds[milliseconds.Count / 2], milliseconds[milliseconds.Count * 99 / 100], milliseconds[^1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.0} | {Slow:0.0}");
}
