namespace AllianceApi.Graph.Algorithms;

/// <summary>How a path gets from one entity to the next.</summary>
/// <param name="Relation">The strongest relation between them, the affirmed before the denied, then by id.</param>
/// <param name="Parallel">How many relations lead this way, this one included.</param>
internal readonly record struct Hop(int Relation, int Parallel)
{
    public static Hop Between(Snapshot graph, Walk walk, int from, int to)
    {
        var between = new List<int>();
        walk.Between(graph, from, to, between);
        var best = -1;
        foreach (var relation in between)
        {
            if (best < 0 || IsStronger(graph, relation, best))
                best = relation;
        }
        return new Hop(best, between.Count);
    }

    private static bool IsStronger(Snapshot graph, int left, int right)
    {
        var (a, b) = (graph.Facts[left], graph.Facts[right]);
        if (a.Strength.Rank != b.Strength.Rank)
            return a.Strength.Rank < b.Strength.Rank;
        return a.Negated != b.Negated ? b.Negated : IdOrder.Facts(graph, left, right) < 0;
    }
}
