using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>A graph as a flowchart of Mermaid.</summary>
internal static class MermaidFormat
{
    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        var chart = new MermaidChart(output);
        var nodes = new Dictionary<int, int>();
        foreach (var row in view.Nodes)
        {
            nodes.Add(row, nodes.Count);
            chart.Node(nodes.Count - 1, view.NameOf(row), view.Kind(row), view.Kind(row).PathOf(view.Id(row)));
            await output.SendAsync();
        }
        foreach (var fact in view.Edges.Select(view.Fact))
        {
            chart.Edge(nodes[fact.Subject], nodes[fact.Object], Labels.Of(fact), Labels.IsDashed(fact), fact.Negated);
            await output.SendAsync();
        }
        chart.Classes(view.Nodes.Select(view.Kind).Distinct());
    }
}
