using System.Globalization;
using System.Net;
using AllianceApi.Http;

namespace AllianceApi.Formats.Drawing;

/// <summary>Writes a drawing as SVG: with names for screen readers, links, a legend, and colours for light and dark.</summary>
internal static class Svg
{
    private const double Margin = 16;
    private const double HeadType = 16;
    private const double HeadLine = 22;

    public static async Task WriteAsync(Picture picture, Utf8Output output)
    {
        var drawing = new LaidOut(picture);
        var legend = new SvgLegend(drawing);
        var room = Math.Max(Math.Max(drawing.Width, legend.Width), 600);
        var head = Texts.Wrap(picture.Title, (int)(room / Texts.Width("n", HeadType)), 4);
        var top = (head.Count * HeadLine) + (2 * Margin);
        var (width, height) = (room + (2 * Margin), drawing.Height + legend.Height + top + (2 * Margin));
        output.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Px(width)} {Px(height)}\" width=\"{Px(width)}\" height=\"{Px(height)}\" ");
        output.Write($"role=\"graphics-document document\" aria-labelledby=\"title\" aria-describedby=\"desc\" lang=\"en\">\n");
        output.Write($"<title id=\"title\">{Text(picture.Title)}</title>\n<desc id=\"desc\">{Text(picture.Description)}</desc>\n");
        SvgStyle.Write(output, picture);
        output.Write($"<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        for (var line = 0; line < head.Count; line++)
            output.Write($"<text class=\"head\" x=\"{Px(Margin)}\" y=\"{Px(Margin + HeadType + (line * HeadLine))}\">{Text(head[line])}</text>\n");
        output.Write($"<g transform=\"translate({Px(Margin)} {Px(top)})\">\n");
        foreach (var stroke in drawing.Strokes)
        {
            SvgStroke.Write(output, drawing, stroke);
            await output.SendAsync();
        }
        for (var node = 0; node < drawing.Boxes.Length; node++)
        {
            Node(output, drawing, node);
            await output.SendAsync();
        }
        output.Write("</g>\n");
        legend.Write(output, Margin, drawing.Height + top + Margin);
        output.Write("</svg>\n");
    }

    /// <summary>A number as SVG has it.</summary>
    public static string Px(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A text as SVG has it. Each is isolated, so that one that runs from right to left turns nothing around it.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(Labels.ForXml(text)).Replace("&#39;", "'", StringComparison.Ordinal);

    private static void Node(Utf8Output output, LaidOut drawing, int number)
    {
        var (node, box, lines) = (drawing.Picture.Nodes[number], drawing.Boxes[number], drawing.Lines[number]);
        output.Write($"<a href=\"{Text(node.Href)}\" class=\"node {node.Look.Id}\" aria-label=\"{Text(node.Tip)}\"><title>{Text(node.Tip)}</title>");
        output.Write(SvgOutlines.Of(node.Look.Outline, box.X - (box.Width / 2), box.Y - (box.Height / 2), box.Width, box.Height));
        var y = box.Y - ((lines.Count - 1) * LaidOut.NodeLine / 2) + 4;
        foreach (var line in lines)
        {
            output.Write($"<text x=\"{Px(box.X)}\" y=\"{Px(y)}\">{Text(line)}</text>");
            y += LaidOut.NodeLine;
        }
        output.Write("</a>\n");
    }
}
