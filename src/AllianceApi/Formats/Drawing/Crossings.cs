namespace AllianceApi.Formats.Drawing;

/// <summary>Orders the boxes of each column so that few lines cross: sweeps by the mean place of neighbours, and keeps the best.</summary>
internal static class Crossings
{
    private const int MostSweeps = 24;

    /// <summary>How many boxes may be placed in all sweeps together: a picture is never worth a second.</summary>
    private const int Budget = 100_000;

    public static void Reduce(List<List<Box>> columns)
    {
        Number(columns);
        var best = Remember(columns);
        var fewest = Count(columns);
        var sweeps = Math.Clamp(Budget / Math.Max(1, columns.Sum(column => column.Count)), 2, MostSweeps);
        for (var sweep = 0; sweep < sweeps && fewest > 0; sweep++)
        {
            Sweep(columns, forward: sweep % 2 == 0);
            var crossings = Count(columns);
            if (crossings >= fewest)
                continue;
            fewest = crossings;
            best = Remember(columns);
        }
        for (var rank = 0; rank < columns.Count; rank++)
            columns[rank] = [.. best[rank]];
        Number(columns);
    }

    private static void Sweep(List<List<Box>> columns, bool forward)
    {
        for (var step = 0; step < columns.Count; step++)
        {
            var rank = forward ? step : columns.Count - 1 - step;
            var wished = columns[rank].ToDictionary(box => box, box => Mean(forward ? box.Before : box.After, box.Position));
            columns[rank] = [.. columns[rank].OrderBy(box => wished[box]).ThenBy(box => box.Position)];
            Number(columns[rank]);
        }
    }

    private static double Mean(List<Box> neighbours, int otherwise) => neighbours.Count == 0 ? otherwise : neighbours.Average(box => box.Position);

    private static Box[][] Remember(List<List<Box>> columns) => [.. columns.Select(column => column.ToArray())];

    private static void Number(List<List<Box>> columns) => columns.ForEach(Number);

    private static void Number(List<Box> column)
    {
        for (var position = 0; position < column.Count; position++)
            column[position].Position = position;
    }

    private static long Count(List<List<Box>> columns) => Enumerable.Range(0, columns.Count - 1).Sum(rank => Count(columns[rank], columns[rank + 1].Count));

    /// <summary>The inversions between a column and the next, by a tree of sums.</summary>
    private static long Count(List<Box> column, int next)
    {
        var tree = new int[next + 1];
        var (crossings, seen) = (0L, 0);
        foreach (var box in column)
        {
            foreach (var place in box.After.Select(right => right.Position).Order())
            {
                var before = 0;
                for (var i = place + 1; i > 0; i -= i & -i)
                    before += tree[i];
                crossings += seen - before;
            }
            foreach (var right in box.After)
            {
                seen++;
                for (var i = right.Position + 1; i <= next; i += i & -i)
                    tree[i]++;
            }
        }
        return crossings;
    }
}
