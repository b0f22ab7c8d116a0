namespace AllianceApi.Graph.Algorithms;

/// <summary>The k shortest paths that visit no entity twice (Yen's algorithm): by length, then by the ids along them.</summary>
internal static class SimplePaths
{
    public static IReadOnlyList<int[]> Find(Snapshot graph, int from, int to, int k, int maxHops, Walk walk, Budget budget)
    {
        var found = new List<int[]>();
        var candidates = new SortedSet<int[]>(Comparer<int[]>.Create((left, right) => IdOrder.Paths(graph, left, right)));
        if (new ShortestPath(graph, walk, budget).Find(from, to, maxHops) is { } shortest)
            candidates.Add(shortest);
        while (found.Count < k && candidates.Min is { } next && !budget.Spent)
        {
            candidates.Remove(next);
            found.Add(next);
            if (found.Count < k)
                Branch(graph, found, maxHops, walk, budget, candidates);
        }
        return found;
    }

    /// <summary>The best paths that leave the one found last at each of its entities, where none found so far has left it.</summary>
    private static void Branch(Snapshot graph, List<int[]> found, int maxHops, Walk walk, Budget budget, SortedSet<int[]> candidates)
    {
        var path = found[^1];
        for (var at = 0; at < path.Length - 1; at++)
        {
            var search = new ShortestPath(graph, walk, budget);
            search.Without.UnionWith(path[..at]);
            foreach (var other in found)
            {
                if (other.Length > at + 1 && other.AsSpan(0, at + 1).SequenceEqual(path.AsSpan(0, at + 1)))
                    search.NotFirst.Add(other[at + 1]);
            }
            if (search.Find(path[at], path[^1], maxHops - at) is { } rest)
                candidates.Add([.. path[..at], .. rest]);
        }
    }
}
