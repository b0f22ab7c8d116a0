namespace AllianceApi.Formats.Drawing;

/// <summary>Chooses the column of each node: lines run from left to right but for those that would close a cycle, and are as short as may be.</summary>
internal static class Ranking
{
    private const int Rounds = 12;

    public static void Run(Box[] nodes, Route[] routes)
    {
        var order = Acyclic(nodes.Length, routes);
        foreach (var route in routes)
            route.Reversed = order[route.From] > order[route.To];
        int[] sorted = [.. Enumerable.Range(0, nodes.Length).OrderBy(node => order[node])];
        var before = routes.Where(route => route.From != route.To).ToLookup(route => route.Right, route => route.Left);
        var after = routes.Where(route => route.From != route.To).ToLookup(route => route.Left, route => route.Right);
        foreach (var node in sorted)
            nodes[node].Rank = before[node].Select(left => nodes[left].Rank + 1).DefaultIfEmpty(0).Max();
        for (var round = 0; round < Rounds; round++)
            Tighten(nodes, round % 2 == 0 ? sorted.Reverse() : sorted, before, after);
        var least = nodes.Min(node => node.Rank);
        foreach (var node in nodes)
            node.Rank -= least;
    }

    /// <summary>Moves each node to the middle of its neighbours, as far as they let it.</summary>
    private static void Tighten(Box[] nodes, IEnumerable<int> order, ILookup<int, int> before, ILookup<int, int> after)
    {
        foreach (var node in order)
        {
            var lower = before[node].Select(left => nodes[left].Rank + 1).DefaultIfEmpty(int.MinValue).Max();
            var upper = after[node].Select(right => nodes[right].Rank - 1).DefaultIfEmpty(int.MaxValue).Min();
            int[] wished = [.. before[node].Select(left => nodes[left].Rank + 1).Concat(after[node].Select(right => nodes[right].Rank - 1)).Order()];
            if (wished.Length > 0)
                nodes[node].Rank = Math.Clamp(wished[wished.Length / 2], lower, upper);
        }
    }

    /// <summary>An order of the nodes that few lines run against (Eades, Lin and Smyth): sinks to the end, sources to the front, else who gives most and takes least.</summary>
    private static int[] Acyclic(int count, Route[] routes)
    {
        var order = new int[count];
        int[] gives = new int[count], takes = new int[count];
        var of = new List<Route>[count];
        for (var node = 0; node < count; node++)
            of[node] = [];
        foreach (var route in routes.Where(route => route.From != route.To))
        {
            gives[route.From]++;
            takes[route.To]++;
            of[route.From].Add(route);
            of[route.To].Add(route);
        }
        var left = Enumerable.Range(0, count).ToList();
        var (front, back) = (0, count - 1);
        while (left.Count > 0)
        {
            var next = left.FindIndex(node => gives[node] == 0) is var sink and >= 0 ? sink
                : left.FindIndex(node => takes[node] == 0) is var source and >= 0 ? source
                : left.IndexOf(left.MaxBy(node => gives[node] - takes[node]));
            var node = left[next];
            left.RemoveAt(next);
            order[node] = gives[node] == 0 ? back-- : front++;
            foreach (var route in of[node])
            {
                gives[route.From]--;
                takes[route.To]--;
            }
        }
        return order;
    }
}
