namespace AllianceApi.Graph.Algorithms;

/// <summary>The parts of the graph that hang together, whichever way relations point.</summary>
internal static class Components
{
    /// <summary>By row: one of the rows of its component, the same for all of them.</summary>
    public static int[] Of(EdgeList links)
    {
        int[] parent = [.. Enumerable.Range(0, links.Degrees.Length)];
        for (var i = 0; i < links.From.Length; i++)
        {
            var (left, right) = (Root(parent, links.From[i]), Root(parent, links.To[i]));
            if (left != right)
                parent[Math.Max(left, right)] = Math.Min(left, right);
        }
        for (var row = 0; row < parent.Length; row++)
            parent[row] = Root(parent, row);
        return parent;
    }

    private static int Root(int[] parent, int row)
    {
        while (parent[row] != row)
        {
            parent[row] = parent[parent[row]];
            row = parent[row];
        }
        return row;
    }
}
