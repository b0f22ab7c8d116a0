namespace AllianceApi.Graph.Algorithms;

/// <summary>Compares rows by their public ids, ordinally, without putting the ids together: what makes answers come in the same order each time.</summary>
internal static class IdOrder
{
    private const int Parts = 6;

    public static int Entities(Snapshot graph, int left, int right) =>
        left == right ? 0 : string.CompareOrdinal(graph.Entities[left].Id, graph.Entities[right].Id);

    /// <summary>Most rows are numbered in the order of ids; the others are compared part by part.</summary>
    public static int Facts(Snapshot graph, int left, int right) =>
        left == right ? 0
        : left < graph.InOrder.Facts && right < graph.InOrder.Facts ? left.CompareTo(right)
        : FactsByParts(graph, left, right);

    public static int FactsByParts(Snapshot graph, int left, int right)
    {
        var (a, b) = (graph.Facts[left], graph.Facts[right]);
        var (i, j) = (0, 0);
        var x = Part(graph, a, 0);
        var y = Part(graph, b, 0);
        while (true)
        {
            var common = Math.Min(x.Length, y.Length);
            var difference = x[..common].SequenceCompareTo(y[..common]);
            if (difference != 0)
                return difference;
            x = x[common..];
            y = y[common..];
            while (x.IsEmpty && i < Parts)
                x = Part(graph, a, ++i);
            while (y.IsEmpty && j < Parts)
                y = Part(graph, b, ++j);
            if (x.IsEmpty || y.IsEmpty)
                return (x.IsEmpty ? 0 : 1) - (y.IsEmpty ? 0 : 1);
        }
    }

    /// <summary>The paths that come first: the shorter, then by the ids along them.</summary>
    public static int Paths(Snapshot graph, int[] left, int[] right)
    {
        for (var i = 0; i < left.Length && left.Length == right.Length; i++)
        {
            if (Entities(graph, left[i], right[i]) is var difference and not 0)
                return difference;
        }
        return left.Length.CompareTo(right.Length);
    }

    /// <summary>Rows sorted by the ids of their facts; rows that are so already are left as they are.</summary>
    public static int[] SortFacts(Snapshot graph, int[] rows)
    {
        if (rows.AsSpan().ContainsAnyExceptInRange(0, graph.InOrder.Facts - 1))
            return Sort(rows, (left, right) => Facts(graph, left, right));
        Array.Sort(rows);
        return rows;
    }

    public static int[] SortEntities(Snapshot graph, int[] rows) => Sort(rows, (left, right) => Entities(graph, left, right));

    private static int[] Sort(int[] rows, Comparison<int> compare)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (compare(rows[i - 1], rows[i]) <= 0)
                continue;
            Array.Sort(rows, compare);
            break;
        }
        return rows;
    }

    private static ReadOnlySpan<char> Part(Snapshot graph, in FactRow fact, int part) => part switch
    {
        0 => graph.Entities[fact.Subject].Id,
        1 => fact.Negated ? ".not." : ".",
        2 => fact.Name,
        3 => ".",
        4 => fact.Literal is { } literal ? Fact.PartOf(literal.Value) : graph.Entities[fact.Object].Id,
        5 => fact.Period is { } period ? $".{period.From}_{period.To}" : "",
        _ => "",
    };
}
