namespace AllianceApi.Graph.Algorithms;

/// <summary>The affirmed relations as pairs of rows, of every standing and modality: what measures of the whole graph go over.</summary>
internal sealed class EdgeList
{
    private EdgeList(int[] from, int[] to, int entities)
    {
        (From, To) = (from, to);
        Degrees = new int[entities];
        for (var i = 0; i < from.Length; i++)
        {
            Degrees[from[i]]++;
            if (to[i] != from[i])
                Degrees[to[i]]++;
        }
    }

    public int[] From { get; }

    public int[] To { get; }

    /// <summary>By row: in how many relations the entity is.</summary>
    public int[] Degrees { get; }

    public static EdgeList Of(Snapshot graph)
    {
        var (from, to) = (new List<int>(graph.Facts.Length), new List<int>(graph.Facts.Length));
        foreach (var fact in graph.Facts)
        {
            if (fact.Predicate is null || fact.Negated)
                continue;
            from.Add(fact.Subject);
            to.Add(fact.Object);
        }
        return new EdgeList([.. from], [.. to], graph.Entities.Length);
    }
}
