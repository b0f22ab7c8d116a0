using AllianceApi.Http;
using static AllianceApi.Formats.Drawing.Svg;

namespace AllianceApi.Formats.Drawing;

/// <summary>Says what colours, outlines and lines mean: of what is in the picture.</summary>
internal sealed class SvgLegend
{
    private const double Row = 26;
    private const double Sample = 30;
    private const double Gap = 22;

    private readonly List<(string Name, Look? Look, bool Dashed, bool Denied, double X, double Y)> _items = [];

    public SvgLegend(LaidOut drawing)
    {
        var limit = Math.Max(drawing.Width, 600);
        var (x, y) = (0.0, 0.0);
        foreach (var look in drawing.Picture.Nodes.Select(node => node.Look).DistinctBy(look => look.Id).OrderBy(look => look.Name, StringComparer.Ordinal))
            Add(look.Name, look, dashed: false, denied: false);
        if (drawing.Strokes.Any(stroke => stroke is { Dashed: false, Denied: false }))
            Add("stated by the source", look: null, dashed: false, denied: false);
        if (drawing.Strokes.Any(stroke => stroke.Dashed))
            Add("a view, or not sure", look: null, dashed: true, denied: false);
        if (drawing.Strokes.Any(stroke => stroke.Denied))
            Add("denied", look: null, dashed: false, denied: true);
        Height = y + Row;

        void Add(string name, Look? look, bool dashed, bool denied)
        {
            var width = Sample + 8 + Texts.Width(name, 11) + Gap;
            if (x > 0 && x + width > limit)
                (x, y) = (0, y + Row);
            _items.Add((name, look, dashed, denied, x, y));
            x += width;
            Width = Math.Max(Width, x);
        }
    }

    public double Width { get; private set; }

    public double Height { get; }

    public void Write(Utf8Output output, double left, double top)
    {
        output.Write($"<g class=\"legend\" role=\"img\" aria-label=\"Legend\" transform=\"translate({Px(left)} {Px(top)})\">\n");
        foreach (var (name, look, dashed, denied, x, y) in _items)
        {
            if (look is not null)
                output.Write($"<g class=\"node {look.Id}\">{SvgOutlines.Of(look.Outline, x, y, Sample, 18)}</g>");
            else
                Line(output, x, y + 9, dashed, denied);
            output.Write($"<text x=\"{Px(x + Sample + 8)}\" y=\"{Px(y + 13)}\">{Text(name)}</text>\n");
        }
        output.Write("</g>\n");
    }

    private static void Line(Utf8Output output, double x, double y, bool dashed, bool denied)
    {
        output.Write($"<g class=\"edge{(dashed ? " dashed" : "")}{(denied ? " denied" : "")}\"><path d=\"M{Px(x)} {Px(y)}h{Px(Sample)}\" marker-end=\"url(#{(denied ? "denied-arrow" : "arrow")})\"/>");
        if (denied)
            SvgStroke.Mark(output, x + (Sample / 2), y);
        output.Write("</g>");
    }
}
