using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Traversal;

/// <summary>Writes what is around entities as <see cref="SubgraphResponse"/> has it.</summary>
internal static class SubgraphWriter
{
    public static void Write(JsonBuffer json, Snapshot graph, Surroundings found, bool evidence)
    {
        json.Raw("{\"nodes\":"u8);
        json.Array(found.Nodes, node => Node(json, graph, node.Row, node.Depth));
        json.Raw(",\"edges\":"u8);
        // Facts lie anywhere in memory: this loop has the processor wait for many of them at once, the writing below would for one after the other.
        var size = 0;
        foreach (var edge in found.Edges)
            size += SizeOf(graph, graph.Facts[edge]);
        json.Expect(size);
        json.Array(found.Edges, edge => Edge(json, graph, graph.Facts[edge], evidence));
        json.Raw(",\"truncated\":"u8);
        json.Bool(found.Truncated);
        json.Raw("}"u8);
    }

    /// <summary>About how many bytes an edge takes.</summary>
    private static int SizeOf(Snapshot graph, in FactRow fact) =>
        (2 * (graph.Entities[fact.Subject].IdText.Length + graph.Entities[fact.Object].IdText.Length + fact.Predicate!.InId.Length)) + 120;

    private static void Node(JsonBuffer json, Snapshot graph, int row, int depth)
    {
        var reference = graph.Entities[row].Reference;
        json.Raw(reference.AsSpan(0, reference.Length - 1));
        json.Raw(",\"depth\":"u8);
        json.Number(depth);
        json.Raw("}"u8);
    }

    private static void Edge(JsonBuffer json, Snapshot graph, in FactRow fact, bool evidence)
    {
        EdgeWriter.Open(json, graph, fact);
        if (evidence)
            EdgeWriter.Evidence(json, graph, fact);
        json.Raw("}"u8);
    }
}
