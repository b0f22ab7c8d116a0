using AllianceApi.Formats.Drawing;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>A graph as a picture.</summary>
internal static class SvgFormat
{
    public static Task WriteAsync(GraphView view, Utf8Output output, Target target) => Svg.WriteAsync(PictureOf(view), output);

    public static PictureNode NodeOf(Snapshot graph, int row)
    {
        var entity = graph.Entities[row];
        return new PictureNode(entity.Name, Look.Of(entity.Kind), entity.Kind.PathOf(entity.Id), Labels.Short($"{entity.Name} ({entity.Kind.Id})", Texts.LongestTip));
    }

    public static PictureEdge EdgeOf(Snapshot graph, FactRow fact, int from, int to) => new(
        from, to, Labels.Of(fact), Labels.IsDashed(fact), fact.Negated,
        Labels.Short($"{graph.Entities[fact.Subject].Name} – {Labels.Of(fact)} – {graph.Entities[fact.Object].Name} ({Fragments.Word(fact.Strength.Standing)}, {Fragments.Word(fact.Strength.Modality)})", Texts.LongestTip));

    private static Picture PictureOf(GraphView view)
    {
        int[] rows = [.. view.Nodes];
        var numbers = rows.Select((row, number) => (row, number)).ToDictionary(pair => pair.row, pair => pair.number);
        return new Picture(
            view.IsWhole ? "The whole graph" : view.Name,
            FormattableString.Invariant($"{view.NodeCount} entities and {view.EdgeCount} relations of revision {view.Graph.Revision}, laid out from left to right."),
            [.. rows.Select(row => NodeOf(view.Graph, row))],
            [.. view.Edges.Select(view.Fact).Select(fact => EdgeOf(view.Graph, fact, numbers[fact.Subject], numbers[fact.Object]))]);
    }
}
