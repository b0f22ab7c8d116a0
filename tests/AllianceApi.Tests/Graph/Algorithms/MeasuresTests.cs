using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph.Algorithms;

/// <summary>Measures of the whole graph, and what traversals are made of, against slow versions.</summary>
public sealed class MeasuresTests
{
    [Fact]
    public void Entities_are_of_one_component_just_if_a_walk_leads_from_one_to_the_other() => SmallGraphs.All.Sample(graph =>
    {
        var component = Components.Of(EdgeList.Of(graph));
        foreach (var row in graph.Entities.Rows)
        {
            var reached = Neighbourhood.Of(graph, [row], new Walk(), new Reach(100, 100, 0), SlowWalk.Plenty).Nodes.Select(node => node.Row).Order();
            Assert.Equal(reached, graph.Entities.Rows.Where(other => component[other] == component[row]));
        }
    }, iter: 500);

    [Fact]
    public void Degrees_count_the_affirmed_relations_of_each() => SmallGraphs.All.Sample(graph =>
    {
        var degrees = EdgeList.Of(graph).Degrees;
        foreach (var row in graph.Entities.Rows)
            Assert.Equal(graph.Entities[row].Relations.Count(relation => !graph.Facts[relation].Negated), degrees[row]);
    }, iter: 300);

    [Fact]
    public void Scores_add_up_to_one_and_do_not_move_any_more() => SmallGraphs.All.Sample(graph =>
    {
        int[] rows = [.. graph.Entities.Rows];
        var scores = PageRank.Of(EdgeList.Of(graph), rows);
        Assert.Equal(1, scores.Sum(), 9);
        var links = rows.ToDictionary(row => row, row => SlowWalk.From(graph, new Walk(), row).Select(step => step.To).ToList());
        var lost = rows.Where(row => links[row].Count == 0).Sum(row => scores[row]);
        foreach (var row in rows)
        {
            var flow = rows.Sum(other => links[other].Count == 0 ? 0 : scores[other] * links[other].Count(to => to == row) / links[other].Count);
            Assert.Equal(((1 - PageRank.Damping) / rows.Length) + (PageRank.Damping * (flow + (lost / rows.Length))), scores[row], tolerance: 1e-6);
        }
    }, iter: 300);

    [Fact]
    public void Facts_compare_as_their_ids_do() => SmallGraphs.All.Sample(graph =>
    {
        foreach (var left in graph.Facts.Rows)
        {
            foreach (var right in graph.Facts.Rows)
                Assert.Equal(Math.Sign(string.CompareOrdinal(graph.IdOf(graph.Facts[left]), graph.IdOf(graph.Facts[right]))), Math.Sign(IdOrder.FactsByParts(graph, left, right)));
        }
    }, iter: 200);

    [Fact]
    public void A_row_map_is_a_dictionary() => Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 100]).Array[0, 1500].Sample(pairs =>
    {
        using var map = new RowMap();
        var known = new Dictionary<int, int>();
        foreach (var (row, value) in pairs)
            Assert.Equal(known.TryAdd(row, value), map.TryAdd(row, value));
        Assert.Equal(known.Count, map.Count);
        for (var row = 0; row <= 2000; row++)
            Assert.Equal(known.GetValueOrDefault(row, -1), map[row]);
    }, iter: 100);
}
