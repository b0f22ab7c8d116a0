using System.Globalization;
using System.Text;
using AllianceApi.Http;
using static AllianceApi.Formats.Drawing.Svg;

namespace AllianceApi.Formats.Drawing;

/// <summary>Draws the lines between nodes, what is written on them, and the mark of what is denied.</summary>
internal static class SvgStroke
{
    public static void Write(Utf8Output output, LaidOut drawing, Stroke stroke)
    {
        var route = stroke.Laid!;
        var classes = $"edge{(stroke.Dashed ? " dashed" : "")}{(stroke.Denied ? " denied" : "")}";
        output.Write($"<g class=\"{classes}\" role=\"img\" aria-label=\"{Text(stroke.Tip)}\"><title>{Text(stroke.Tip)}</title>");
        if (stroke.Route.From == stroke.Route.To)
            Loop(output, drawing.Boxes[stroke.Route.From], stroke);
        else
            Line(output, drawing, stroke, route);
        output.Write("</g>\n");
    }

    private static void Line(Utf8Output output, LaidOut drawing, Stroke stroke, Route route)
    {
        var reversed = route.Reversed;
        var left = drawing.Boxes[reversed ? stroke.Route.To : stroke.Route.From];
        var right = drawing.Boxes[reversed ? stroke.Route.From : stroke.Route.To];
        var path = new StringBuilder();
        var (x, y) = (left.X + (left.Width / 2), Port(left, left.After, route.Bends[0]));
        // Within a column a line stays at its height, so that it touches no wider neighbour.
        path.Append(CultureInfo.InvariantCulture, $"M{Px(x)} {Px(y)}H{Px(x = left.X + (left.Span / 2))}");
        foreach (var bend in route.Bends)
        {
            var line = LineOf(bend);
            Curve(path, ref x, ref y, bend.X - (bend.Span / 2), line);
            path.Append(CultureInfo.InvariantCulture, $"H{Px(x = bend.X + (bend.Span / 2))}");
        }
        Curve(path, ref x, ref y, right.X - (right.Span / 2), Port(right, right.Before, route.Bends[^1]));
        path.Append(CultureInfo.InvariantCulture, $"H{Px(right.X - (right.Width / 2))}");
        var arrow = stroke.Denied ? "denied-arrow" : "arrow";
        output.Write($"<path d=\"{path}\" {(reversed ? "marker-start" : "marker-end")}=\"url(#{arrow})\"/>");
        if (route.Label is { } label)
            Label(output, label, stroke);
    }

    /// <summary>Where the line passes a box: below the label, if there is one.</summary>
    private static double LineOf(Box bend) => bend.Width > 0 ? bend.Y + (bend.Height / 2) - 1 : bend.Y;

    private static void Curve(StringBuilder path, ref double x, ref double y, double toX, double toY)
    {
        var middle = (x + toX) / 2;
        path.Append(CultureInfo.InvariantCulture, $"C{Px(middle)} {Px(y)} {Px(middle)} {Px(toY)} {Px(toX)} {Px(toY)}");
        (x, y) = (toX, toY);
    }

    /// <summary>Lines leave and reach a node spread over its side, in the order of where they come from.</summary>
    private static double Port(Box node, List<Box> side, Box neighbour)
    {
        var place = side.Count(other => other.Y < neighbour.Y || (other.Y == neighbour.Y && other.Position < neighbour.Position));
        var room = Math.Min(node.Height - 12, (side.Count - 1) * 7.0);
        return side.Count == 1 ? node.Y : node.Y - (room / 2) + (room * place / (side.Count - 1));
    }

    private static void Label(Utf8Output output, Box label, Stroke stroke)
    {
        var (x, y) = (label.X, label.Y - (label.Height / 2) + LaidOut.LabelLine - 3);
        foreach (var line in stroke.Lines)
        {
            output.Write($"<text x=\"{Px(x)}\" y=\"{Px(y)}\">{Text(line)}</text>");
            y += LaidOut.LabelLine;
        }
        if (stroke.Denied)
            Mark(output, label.X - (label.Width / 2) + 5, LineOf(label));
    }

    /// <summary>The line struck out.</summary>
    public static void Mark(Utf8Output output, double x, double y) =>
        output.Write($"<path class=\"mark\" d=\"M{Px(x - 4)} {Px(y - 5)}l8 10m0 -10l-8 10\"/>");

    private static void Loop(Utf8Output output, Box node, Stroke stroke)
    {
        var (x, y) = (node.X + (node.Width / 2) - 18, node.Y - (node.Height / 2));
        output.Write($"<path d=\"M{Px(x - 8)} {Px(y)}c-4 -12 20 -12 16 0\" marker-end=\"url(#arrow)\"/>");
        output.Write($"<text x=\"{Px(x)}\" y=\"{Px(y - 11)}\">{Text(stroke.Lines[0])}</text>");
    }
}
