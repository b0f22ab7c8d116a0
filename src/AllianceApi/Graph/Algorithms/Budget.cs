using System.Diagnostics;

namespace AllianceApi.Graph.Algorithms;

/// <summary>
/// How much work a question may make. Steps end it first, so that the same question ends at the same place; the clock is there for a machine that is slow.
/// </summary>
internal sealed class Budget(int steps, TimeSpan time)
{
    private const int BetweenLooks = 4096;

    private readonly long _end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
    private int _left = steps;
    private int _untilLook = BetweenLooks;

    /// <summary>Whether there is no more: what was found until then is all there will be.</summary>
    public bool Spent { get; private set; }

    /// <summary>Takes many steps at once, and looks at the clock.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Take(int steps)
    {
        _left = Math.Max(-1, _left - steps);
        Spent |= _left < 0 || Stopwatch.GetTimestamp() > _end;
        return !Spent;
    }

    /// <summary>Takes one step.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Step()
    {
        if (--_left < 0)
            Spent = true;
        if (--_untilLook == 0)
        {
            _untilLook = BetweenLooks;
            Spent |= Stopwatch.GetTimestamp() > _end;
        }
        return !Spent;
    }
}
