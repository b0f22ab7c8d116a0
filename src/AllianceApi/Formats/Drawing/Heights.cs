namespace AllianceApi.Formats.Drawing;

/// <summary>Chooses how high boxes stand: each as near as may be to the middle of its neighbours, in its order and with its distance.</summary>
internal static class Heights
{
    private const int FewestRounds = 6;
    private const int MostRounds = 16;

    /// <summary>How many boxes may be placed in all rounds together: a picture is never worth a second.</summary>
    private const int Budget = 300_000;

    public static void Choose(List<List<Box>> columns, Func<Box, Box, double> distance)
    {
        foreach (var column in columns)
        {
            for (var i = 1; i < column.Count; i++)
                column[i].Y = column[i - 1].Y + distance(column[i - 1], column[i]);
            var middle = column.Count == 0 ? 0 : column[^1].Y / 2;
            column.ForEach(box => box.Y -= middle);
        }
        var rounds = Math.Clamp(Budget / Math.Max(1, columns.Sum(column => column.Count)), FewestRounds, MostRounds);
        for (var round = 0; round < rounds; round++)
        {
            var forward = round % 2 == 0;
            // In the second half boxes look both ways.
            var both = round >= rounds / 2;
            for (var step = 0; step < columns.Count; step++)
                Settle(columns[forward ? step : columns.Count - 1 - step], both ? null : forward, distance);
        }
    }

    /// <summary>The least squares of what the boxes of a column wish, by pooling neighbours that would come too near (isotonic regression).</summary>
    private static void Settle(List<Box> column, bool? forward, Func<Box, Box, double> distance)
    {
        var pools = new List<(double Sum, double Weight, int Count)>();
        var offsets = new double[column.Count];
        for (var i = 0; i < column.Count; i++)
        {
            if (i > 0)
                offsets[i] = offsets[i - 1] + distance(column[i - 1], column[i]);
            var weight = column[i].Weight * Math.Max(1, column[i].Before.Count + column[i].After.Count);
            var pool = (Sum: (Wished(column[i], forward) - offsets[i]) * weight, Weight: weight, Count: 1);
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Weight >= pool.Sum / pool.Weight)
            {
                pool = (pool.Sum + pools[^1].Sum, pool.Weight + pools[^1].Weight, pool.Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
            pools.Add(pool);
        }
        var index = 0;
        foreach (var pool in pools)
        {
            for (var i = 0; i < pool.Count; i++, index++)
                column[index].Y = (pool.Sum / pool.Weight) + offsets[index];
        }
    }

    private static double Wished(Box box, bool? forward)
    {
        var (sum, weight) = (0.0, 0.0);
        if (forward is not false)
            Add(box.Before, neighbour => neighbour.After.Count);
        if (forward is not true)
            Add(box.After, neighbour => neighbour.Before.Count);
        return weight == 0 ? box.Y : sum / weight;

        // Whoever has many lines cannot be near them all: a label stands by the other end.
        void Add(List<Box> neighbours, Func<Box, int> lines)
        {
            foreach (var neighbour in neighbours)
            {
                var near = 1.0 / lines(neighbour);
                sum += neighbour.Y * near;
                weight += near;
            }
        }
    }
}
