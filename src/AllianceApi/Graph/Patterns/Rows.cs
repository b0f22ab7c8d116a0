using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>
/// The rows of a pattern, each as its selected variables have it; unless told otherwise those alike come once, as the first of them.
/// </summary>
internal sealed class Rows
{
    private readonly Snapshot _graph;
    private readonly Pattern _pattern;
    private readonly IReadOnlyList<int> _order;
    private readonly Budget _budget;
    private readonly bool _goesOn;
    private readonly HashSet<Value[]> _shown = new(new SameValues());

    /// <param name="after">What the row is known by behind which to go on; null to begin.</param>
    public Rows(Snapshot graph, Pattern pattern, IReadOnlyList<int> order, string[]? after, Budget budget)
    {
        (_graph, _pattern, _order, _budget) = (graph, pattern, order, budget);
        Join = new Join(graph, pattern, order, budget);
        _goesOn = after is not null;
        if (after is not null)
            Join.Resume(after);
    }

    public Join Join { get; }

    public bool MoveNext()
    {
        while (Join.MoveNext())
        {
            if (!_pattern.Distinct || (_shown.Add(Shown()) && (!_goesOn || IsFirst())))
                return !_budget.Spent;
        }
        return false;
    }

    private Value[] Shown()
    {
        var shown = new Value[_pattern.Select.Count];
        for (var i = 0; i < shown.Length; i++)
            shown[i] = Join.Bindings[_pattern.Select[i]];
        return shown;
    }

    /// <summary>
    /// Pages before this one are not remembered. But the first row that shows the same is found by asking for it: this one is new if it is that one.
    /// </summary>
    private bool IsFirst()
    {
        var probe = new Join(_graph, _pattern, _order, _budget);
        foreach (var variable in _pattern.Select)
            probe.Bindings[variable] = Join.Bindings[variable];
        foreach (var level in probe.Levels.Where(level => level.Optional))
        {
            var selected = level.Introduces.Where(_pattern.Select.Contains).ToList();
            level.Expected = selected.Count == 0 ? null : Join.Bindings[selected[0]].IsBound;
        }
        return probe.MoveNext() && probe.Keys.SequenceEqual(Join.Keys);
    }

    private sealed class SameValues : IEqualityComparer<Value[]>
    {
        public bool Equals(Value[]? x, Value[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(Value[] obj)
        {
            var hash = default(HashCode);
            foreach (var value in obj)
                hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
