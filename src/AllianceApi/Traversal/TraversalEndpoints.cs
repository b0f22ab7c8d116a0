using AllianceApi.Formats;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Http;

namespace AllianceApi.Traversal;

/// <summary>What is around entities, how two of them hang together, and the graph in figures.</summary>
internal static class TraversalEndpoints
{
    private const string Denials = "Denied relations stay out unless `negated=true`.";

    public static void MapTraversal(this IEndpointRouteBuilder api)
    {
        api.MapRead("graph/subgraph", GetSubgraph)
            .Describe("getSubgraph", "Graph", "What is around some entities.",
                $"Breadth first from the roots over the relations that pass the filters, neighbours in the order of fact id; the edges are all such relations among the nodes shown, up to {TraversalQuery.MostEdges:N0}. {Denials}", typeof(SubgraphResponse))
            .In(GraphFormats.Offers)
            .Takes(_ => [.. TraversalParameters.OfSubgraph(), .. GraphFormats.Parameters])
            .ProducesProblem(Problem.TooLarge);

        api.MapRead("graph/paths", GetPaths)
            .Describe("getPaths", "Graph", "How two entities hang together: the shortest paths between them.",
                $"Paths differ in their entities and visit none twice. Each hop shows its strongest relation, with the statements that support it, and how many run parallel. The shorter come first, then ids along the path decide. No path is an empty list. {Denials}", typeof(PathsResponse))
            .Takes(_ => TraversalParameters.OfPaths());

        api.MapRead("graph/stats", GetStats)
            .Describe("getStats", "Graph", "The graph in figures.",
                "Counts by kind, predicate, standing and modality; degrees, components and the most central entities, by PageRank. Of a large graph these last are worked out in the background: until they are there `complete` is false and they are absent.", typeof(StatsResponse));
    }

    private static IResult GetSubgraph(HttpContext context, Query query, Snapshot graph)
    {
        var asked = query.Own<TraversalQuery>();
        if (GraphFormats.Chosen(context) == GraphFormats.Json)
            return new GraphResult(graph, 0, json => SubgraphWriter.Write(json, graph, Around(asked, graph), query.Evidence));
        var (found, root) = (Around(asked, graph), graph.Entities[asked.Roots[0]]);
        return GraphFormats.Answer(context, GraphView.Of(graph, $"around-{root.Id}", $"Around {root.Name}", found.Nodes.Select(node => node.Row), found.Edges), query);
    }

    private static Surroundings Around(TraversalQuery asked, Snapshot graph) =>
        Neighbourhood.Of(graph, asked.Roots, asked.Walk, new Reach(asked.Depth, asked.Nodes, TraversalQuery.MostEdges), TraversalQuery.NewBudget());

    private static GraphResult GetPaths(Query query, Snapshot graph)
    {
        var asked = query.Own<TraversalQuery>();
        return new GraphResult(graph, 0, json =>
        {
            var budget = TraversalQuery.NewBudget();
            var paths = SimplePaths.Find(graph, asked.From, asked.To, asked.K, asked.MaxHops, asked.Walk, budget);
            PathsWriter.Write(json, graph, asked.Walk, paths, budget.Spent, query.Evidence);
        });
    }

    private static GraphResult GetStats(HttpContext context, Snapshot graph)
    {
        var stats = GraphStats.Of(graph);
        // What is not there yet must not be kept as though it never came: the tags of the two answers differ.
        if (!stats.Complete)
            AnswerCache.Forgo(context);
        return GraphResult.Of(graph, stats.Complete ? graph.Revision : 0, () => stats);
    }
}
