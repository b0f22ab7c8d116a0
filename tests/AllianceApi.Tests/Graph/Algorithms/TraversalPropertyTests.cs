using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph.Algorithms;

/// <summary>Traversals find what a slow look at every fact finds, in the order that is promised.</summary>
public sealed class TraversalPropertyTests
{
    private static readonly Gen<int> Rows = Gen.Int[0, SmallGraphs.Entities - 1];

    [Fact]
    public void A_neighbourhood_is_what_breadth_first_search_by_sets_finds() =>
        Gen.Select(SmallGraphs.All, SlowWalk.Walks, Rows.Array[1, 3], Gen.Int[1, 4], Gen.Int[1, 8]).Sample((graph, walks, roots, depth, limit) =>
        {
            var walk = walks(graph);
            var found = Neighbourhood.Of(graph, roots, walk, new Reach(depth, limit, 10_000), SlowWalk.Plenty);
            var (nodes, more) = SlowNeighbourhood(graph, walk, roots, depth, limit);
            Assert.Equal(nodes, found.Nodes);
            Assert.Equal(more, found.Truncated);
            var shown = nodes.Select(node => node.Row).ToHashSet();
            var edges = graph.Facts.Rows.Where(row => SlowWalk.Passes(walk, graph.Facts[row]) && shown.Contains(graph.Facts[row].Subject) && shown.Contains(graph.Facts[row].Object));
            Assert.Equal(edges.Select(row => graph.IdOf(graph.Facts[row])).Order(StringComparer.Ordinal), found.Edges.Select(row => graph.IdOf(graph.Facts[row])));
        }, iter: 1000);

    [Fact]
    public void Edges_beyond_the_cap_are_left_out_and_said_to_be() =>
        Gen.Select(SmallGraphs.All, Rows, Gen.Int[0, 5]).Sample((graph, root, most) =>
        {
            var all = Neighbourhood.Of(graph, [root], new Walk(), new Reach(4, 100, 10_000), SlowWalk.Plenty);
            var some = Neighbourhood.Of(graph, [root], new Walk(), new Reach(4, 100, most), SlowWalk.Plenty);
            Assert.Equal(all.Edges.Take(most), some.Edges);
            Assert.Equal(all.Edges.Length > most, some.Truncated);
        }, iter: 300);

    [Fact]
    public void The_k_shortest_paths_are_the_first_of_all_simple_paths() =>
        Gen.Select(SmallGraphs.All, SlowWalk.Walks, Gen.Select(Rows, Rows), Gen.Int[1, 10], Gen.Int[1, 6]).Sample((graph, walks, ends, k, maxHops) =>
        {
            var walk = walks(graph);
            var (from, to) = ends;
            var found = SimplePaths.Find(graph, from, to, k, maxHops, walk, SlowWalk.Plenty);
            var all = from == to ? [[from]] : AllPaths(graph, walk, [from], to, maxHops).ToList();
            var expected = all.Select(path => path.Select(row => graph.Entities[row].Id).ToArray())
                .OrderBy(path => path.Length).ThenBy(path => path, Comparer<string[]>.Create(CompareIds)).Take(k);
            Assert.Equal(expected, found.Select(path => path.Select(row => graph.Entities[row].Id).ToArray()));
        }, iter: 1000);

    [Fact]
    public void A_hop_shows_its_strongest_relation_and_counts_the_others() =>
        Gen.Select(SmallGraphs.All, SlowWalk.Walks, Rows, Rows).Sample((graph, walks, from, to) =>
        {
            var walk = walks(graph);
            var between = SlowWalk.Between(graph, walk, from, to);
            if (between.Length == 0 || from == to)
                return;
            var hop = Hop.Between(graph, walk, from, to);
            Assert.Equal(between.Length, hop.Parallel);
            Assert.Equal(between.OrderBy(row => graph.Facts[row].Strength.Rank).ThenBy(row => graph.Facts[row].Negated).First(), hop.Relation);
        }, iter: 1000);

    [Fact]
    public void A_spent_budget_ends_a_search_and_is_said()
    {
        var graph = SmallGraphs.All.Array[50].Single().MaxBy(graph => graph.Facts.Count)!;
        var budget = new Budget(3, TimeSpan.FromMinutes(1));
        Assert.True(Neighbourhood.Of(graph, [0, 1, 2, 3], new Walk(), new Reach(4, 100, 100), budget).Truncated);
        Assert.True(budget.Spent);
    }

    private static (List<(int Row, int Depth)> Nodes, bool More) SlowNeighbourhood(Snapshot graph, Walk walk, int[] roots, int depth, int limit)
    {
        var nodes = roots.Distinct().Select(root => (Row: root, Depth: 0)).ToList();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Depth == depth)
                continue;
            foreach (var (_, to) in SlowWalk.From(graph, walk, nodes[i].Row))
            {
                if (nodes.Exists(node => node.Row == to) || (walk.Kinds is not null && !walk.Kinds.Contains(graph.Entities[to].Kind)))
                    continue;
                if (nodes.Count >= limit)
                    return (nodes, true);
                nodes.Add((to, nodes[i].Depth + 1));
            }
        }
        return (nodes, false);
    }

    private static IEnumerable<int[]> AllPaths(Snapshot graph, Walk walk, int[] path, int to, int hops)
    {
        if (path[^1] == to)
        {
            yield return path;
            yield break;
        }
        if (hops == 0)
            yield break;
        foreach (var next in SlowWalk.From(graph, walk, path[^1]).Select(step => step.To).Distinct())
        {
            if (path.Contains(next) || (next != to && walk.Kinds is not null && !walk.Kinds.Contains(graph.Entities[next].Kind)))
                continue;
            foreach (var whole in AllPaths(graph, walk, [.. path, next], to, hops - 1))
                yield return whole;
        }
    }

    private static int CompareIds(string[]? left, string[]? right) =>
        left!.Zip(right!).Select(pair => string.CompareOrdinal(pair.First, pair.Second)).FirstOrDefault(difference => difference != 0);
}
