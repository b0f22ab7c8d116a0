namespace AllianceApi.Graph.Algorithms;

/// <summary>How much of a neighbourhood to find.</summary>
internal readonly record struct Reach(int Depth, int Nodes, int Edges);

/// <summary>What lies around some entities.</summary>
/// <param name="Nodes">Rows with their distance from the nearest root, in the order in which they were met.</param>
/// <param name="Edges">The relations among them, by id.</param>
/// <param name="Truncated">Whether there is more than was asked for, or than could be found.</param>
internal sealed record Surroundings(IReadOnlyList<(int Row, int Depth)> Nodes, int[] Edges, bool Truncated);

/// <summary>Finds what is around entities, breadth first, neighbours in the order of fact id. Roots always are in it.</summary>
internal static class Neighbourhood
{
    public static Surroundings Of(Snapshot graph, IReadOnlyList<int> roots, Walk walk, Reach reach, Budget budget)
    {
        using var met = new RowMap();
        var nodes = new List<(int Row, int Depth)>(Math.Min(reach.Nodes, 256));
        foreach (var root in roots)
        {
            if (met.TryAdd(root, nodes.Count))
                nodes.Add((root, 0));
        }
        var more = Spread(graph, walk, reach, budget, met, nodes);
        var edges = Among(graph, walk.EitherWay(), reach.Edges, budget, nodes, out var moreEdges);
        return new Surroundings(nodes, edges, more || moreEdges || budget.Spent);
    }

    /// <returns>Whether there was more to meet.</returns>
    private static bool Spread(Snapshot graph, Walk walk, Reach reach, Budget budget, RowMap met, List<(int Row, int Depth)> nodes)
    {
        var steps = new OrderedSteps(graph, walk);
        for (var i = 0; i < nodes.Count && nodes[i].Depth < reach.Depth; i++)
        {
            steps.Begin(nodes[i].Row);
            while (steps.MoveNext())
            {
                if (!budget.Step())
                    return true;
                var end = steps.Current.End;
                if (met.Contains(end) || !walk.Enters(graph.Entities[end]))
                    continue;
                if (nodes.Count >= reach.Nodes)
                    return true;
                met.TryAdd(end, nodes.Count);
                nodes.Add((end, nodes[i].Depth + 1));
            }
        }
        return false;
    }

    /// <summary>
    /// Each relation is seen from that of its ends which has fewer. A hub is not run through where it is quicker to ask it for each of the larger hubs.
    /// </summary>
    private static int[] Among(Snapshot graph, Walk walk, int most, Budget budget, List<(int Row, int Depth)> nodes, out bool more)
    {
        int[] rows = [.. nodes.Select(node => node.Row)];
        // Entities lie anywhere in memory: here the processor waits for many of them at once, below it would for one after the other.
        int[] degrees = [.. rows.Select(row => graph.Entities[row].Ends.Length)];
        Array.Sort(degrees, rows);
        using var places = new RowMap();
        for (var place = 0; place < rows.Length; place++)
            places.TryAdd(rows[place], place);
        var edges = new List<int>(4 * rows.Length);
        for (var place = 0; place < rows.Length && budget.Step(); place++)
        {
            if (Hub.IsQuicker(degrees[place], rows.Length - place))
            {
                foreach (var larger in rows.AsSpan(place))
                    walk.Between(graph, rows[place], larger, edges);
                continue;
            }
            foreach (var step in walk.From(graph, rows[place]))
            {
                if (!budget.Step())
                    break;
                if (places[step.End] >= place)
                    edges.Add(step.Relation);
            }
        }
        var sorted = IdOrder.SortFacts(graph, [.. edges]);
        more = sorted.Length > most;
        return more ? sorted[..most] : sorted;
    }
}
