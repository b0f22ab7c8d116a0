using static AllianceApi.Formats.Drawing.Svg;

namespace AllianceApi.Formats.Drawing;

/// <summary>The outlines of nodes. All leave the same room for words.</summary>
internal static class SvgOutlines
{
    private const double D = 9;

    public static string Of(Outline outline, double x, double y, double w, double h) => outline switch
    {
        Outline.Rounded => Rectangle(x, y, w, h, 9),
        Outline.Pill => Rectangle(x, y, w, h, Math.Min(h / 2, 20)),
        Outline.Double => Rectangle(x, y, w, h, 0) + Rectangle(x + 3, y + 3, w - 6, h - 6, 0),
        Outline.Hexagon => Polygon((x + D, y), (x + w - D, y), (x + w, y + (h / 2)), (x + w - D, y + h), (x + D, y + h), (x, y + (h / 2))),
        Outline.Octagon => Polygon((x + D, y), (x + w - D, y), (x + w, y + D), (x + w, y + h - D), (x + w - D, y + h), (x + D, y + h), (x, y + h - D), (x, y + D)),
        Outline.Parallelogram => Polygon((x + D, y), (x + w, y), (x + w - D, y + h), (x, y + h)),
        Outline.Trapezoid => Polygon((x + D, y), (x + w - D, y), (x + w, y + h), (x, y + h)),
        Outline.House => Polygon((x, y), (x + w - D, y), (x + w, y + (h / 2)), (x + w - D, y + h), (x, y + h)),
        Outline.Folded => Polygon((x, y), (x + w - D, y), (x + w, y + D), (x + w, y + h), (x, y + h))
            + $"<path d=\"M{Px(x + w - D)} {Px(y)}v{Px(D)}h{Px(D)}\" fill=\"none\"/>",
        Outline.Notched => Polygon((x + D, y), (x + w, y), (x + w, y + h - D), (x + w - D, y + h), (x, y + h), (x, y + D)),
        Outline.Tag => Polygon((x + D, y), (x + w, y), (x + w, y + h), (x + D, y + h), (x, y + (h / 2))),
        _ => Rectangle(x, y, w, h, 0),
    };

    private static string Rectangle(double x, double y, double w, double h, double radius) =>
        $"<rect x=\"{Px(x)}\" y=\"{Px(y)}\" width=\"{Px(w)}\" height=\"{Px(h)}\" rx=\"{Px(radius)}\"/>";

    private static string Polygon(params ReadOnlySpan<(double X, double Y)> points)
    {
        var list = new List<string>();
        foreach (var (x, y) in points)
            list.Add($"{Px(x)},{Px(y)}");
        return $"<polygon points=\"{string.Join(' ', list)}\"/>";
    }
}
