using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Traversal;

/// <summary>What a traversal is asked for.</summary>
internal sealed class TraversalQuery
{
    public const int MostEdges = 10_000;

    /// <summary>About half a second of looking at relations.</summary>
    private const int Steps = 4_000_000;

    /// <summary>The rows to begin with.</summary>
    public IReadOnlyList<int> Roots { get; set; } = [];

    public int Depth { get; set; } = 1;

    public int Nodes { get; set; } = 200;

    public int From { get; set; }

    public int To { get; set; }

    public int K { get; set; } = 1;

    public int MaxHops { get; set; } = 6;

    public Walk Walk { get; set; } = new();

    public static Budget NewBudget() => new(Steps, TimeSpan.FromSeconds(0.8));
}
