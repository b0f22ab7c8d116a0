using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Kinds;

namespace AllianceApi.Traversal;

/// <summary>Entities to try a traversal with: a treaty where there is one, and something as far from it as three relations lead.</summary>
internal static class Examples
{
    private const int Far = 3;

    public static string? Start(Snapshot graph) => RowOf(graph) is { } row ? graph.Entities[row].Id : null;

    public static string? End(Snapshot graph) => RowOf(graph) is { } row
        ? graph.Entities[Neighbourhood.Of(graph, [row], new Walk(), new Reach(Far, 2_000, 0), TraversalQuery.NewBudget()).Nodes[^1].Row].Id
        : null;

    private static int? RowOf(Snapshot graph)
    {
        int? best = null;
        foreach (var row in graph.Entities.Rows)
        {
            if (best is not { } other || Rank(graph.Entities[row]).CompareTo(Rank(graph.Entities[other])) > 0)
                best = row;
        }
        return best;
    }

    private static (bool, int) Rank(EntityRow entity) => (entity.Kind.Class == typeof(Treaty), entity.Relations.Length);
}
