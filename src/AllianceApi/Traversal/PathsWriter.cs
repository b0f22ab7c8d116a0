using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Traversal;

/// <summary>Writes paths as <see cref="PathsResponse"/> has them.</summary>
internal static class PathsWriter
{
    public static void Write(JsonBuffer json, Snapshot graph, Walk walk, IReadOnlyList<int[]> paths, bool truncated, bool evidence)
    {
        json.Raw("{\"paths\":"u8);
        json.Array(paths, path => Path(json, graph, walk, path, evidence));
        json.Raw(",\"truncated\":"u8);
        json.Bool(truncated);
        json.Raw("}"u8);
    }

    private static void Path(JsonBuffer json, Snapshot graph, Walk walk, int[] path, bool evidence)
    {
        json.Raw("{\"length\":"u8);
        json.Number(path.Length - 1);
        json.Raw(",\"nodes\":"u8);
        json.Array(path, row => json.Raw(graph.Entities[row].Reference));
        json.Raw(",\"edges\":"u8);
        json.Array(path[1..].Zip(path).ToList(), ends => Edge(json, graph, walk, ends.Second, ends.First, evidence));
        json.Raw("}"u8);
    }

    private static void Edge(JsonBuffer json, Snapshot graph, Walk walk, int from, int to, bool evidence)
    {
        var hop = Hop.Between(graph, walk, from, to);
        var fact = graph.Facts[hop.Relation];
        EdgeWriter.Open(json, graph, fact, forward: fact.Subject == from);
        json.Raw(",\"parallel\":"u8);
        json.Number(hop.Parallel);
        json.Raw(",\"statements\":"u8);
        json.Array(fact.Statements, row => json.String(graph.Statements[row].Id));
        if (evidence)
            EdgeWriter.Evidence(json, graph, fact);
        json.Raw("}"u8);
    }
}
