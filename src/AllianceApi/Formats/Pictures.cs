using AllianceApi.Formats.Drawing;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>Makes pictures of graphs, and draws them in the two formats that are looked at.</summary>
internal static class Pictures
{
    public static Task WriteSvgAsync(GraphView view, Utf8Output output, Target target) => Svg.WriteAsync(Of(view), output);

    public static Task WriteMermaidAsync(GraphView view, Utf8Output output, Target target) => Mermaid.WriteAsync(Of(view), output);

    /// <summary>An entity as a box that leads to its typed path.</summary>
    public static PictureNode NodeOf(EntityRow entity) => new(
        entity.Name, Look.Of(entity.Kind), entity.Kind.PathOf(entity.Id), Labels.Short($"{entity.Name} ({entity.Kind.Id})", Texts.LongestTip));

    /// <summary>A relation as a line between two boxes.</summary>
    public static PictureEdge EdgeOf(Snapshot graph, FactRow fact, int from, int to) =>
        new(from, to, Labels.Of(fact), Labels.IsDashed(fact), fact.Negated, TipOf(graph, fact));

    /// <summary>A relation in words.</summary>
    public static string TipOf(Snapshot graph, FactRow fact) => Labels.Short(
        $"{graph.Entities[fact.Subject].Name} – {Labels.Of(fact)} – {graph.Entities[fact.Object].Name} ({Fragments.Word(fact.Strength.Standing)}, {Fragments.Word(fact.Strength.Modality)})",
        Texts.LongestTip);

    private static Picture Of(GraphView view)
    {
        int[] rows = [.. view.Nodes];
        var numbers = rows.Select((row, number) => (row, number)).ToDictionary(pair => pair.row, pair => pair.number);
        return new Picture(
            view.Title,
            FormattableString.Invariant($"{view.NodeCount} entities and {view.EdgeCount} relations of revision {view.Graph.Revision}, laid out from left to right."),
            [.. rows.Select(row => NodeOf(view.Graph.Entities[row]))],
            [.. view.Edges.Select(view.Fact).Select(fact => EdgeOf(view.Graph, fact, numbers[fact.Subject], numbers[fact.Object]))]);
    }
}
