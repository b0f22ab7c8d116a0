using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>What chains of relations lead to from one entity, each by a shortest one, found breadth first with neighbours in the order of fact id.</summary>
internal sealed class Chain
{
    private readonly List<(int Row, int Fact, int Before)> _reached = [];

    /// <param name="only">The one end that is wanted; -1 for all.</param>
    public Chain(Snapshot graph, int start, Walk walk, int only, Budget budget)
    {
        Start = start;
        using var seen = new RowMap();
        Loop(graph, walk, seen);
        var steps = new OrderedSteps(graph, walk);
        for (var at = -1; at < _reached.Count && (only < 0 || !seen.Contains(only)); at++)
        {
            steps.Begin(at < 0 ? start : _reached[at].Row);
            while (steps.MoveNext() && budget.Step())
            {
                if (seen.TryAdd(steps.Current.End, 0))
                    _reached.Add((steps.Current.End, steps.Current.Relation, at));
            }
        }
        Ends = [.. Enumerable.Range(0, _reached.Count).Where(index => only < 0 || _reached[index].Row == only)];
        Array.Sort(Ends, (left, right) => IdOrder.Entities(graph, _reached[left].Row, _reached[right].Row));
    }

    public int Start { get; }

    /// <summary>What it leads to, by id: numbers for <see cref="Row"/> and <see cref="Facts"/>.</summary>
    public int[] Ends { get; }

    public int Row(int end) => _reached[end].Row;

    /// <summary>The relations of the chain, from its end to its start.</summary>
    public IEnumerable<int> Facts(int end)
    {
        for (var at = end; at >= 0; at = _reached[at].Before)
            yield return _reached[at].Fact;
    }

    /// <summary>A relation of the start to itself stands in one of its groups only, and would not be met the other way.</summary>
    private void Loop(Snapshot graph, Walk walk, RowMap seen)
    {
        if (PatternIndex.Loops(graph, Start).Length == 0)
            return;
        var first = -1;
        foreach (var step in walk.EitherWay().From(graph, Start))
        {
            if (step.End == Start && (first < 0 || IdOrder.Facts(graph, step.Relation, first) < 0))
                first = step.Relation;
        }
        if (first >= 0 && seen.TryAdd(Start, 0))
            _reached.Add((Start, first, -1));
    }
}
