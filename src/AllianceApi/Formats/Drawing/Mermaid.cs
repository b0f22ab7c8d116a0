using System.Globalization;
using System.Text;
using AllianceApi.Http;

namespace AllianceApi.Formats.Drawing;

/// <summary>Writes a picture as a flowchart of Mermaid. Its nodes have numbers, for ids may be words of its language.</summary>
internal static class Mermaid
{
    private const int LongestLabel = 300;

    public static async Task WriteAsync(Picture picture, Utf8Output output)
    {
        output.Write("flowchart LR\n");
        for (var number = 0; number < picture.Nodes.Count; number++)
        {
            Node(output, picture.Nodes[number], number);
            await output.SendAsync();
        }
        foreach (var edge in picture.Edges)
        {
            var line = (edge.Dashed, edge.Denied) switch { (true, true) => "-.-x", (true, false) => "-.->", (false, true) => "--x", _ => "-->" };
            output.Write(FormattableString.Invariant($"  n{edge.From} {line}|\"{Label(edge.Label)}\"| n{edge.To}\n"));
            await output.SendAsync();
        }
        foreach (var look in picture.Nodes.Select(node => node.Look).DistinctBy(look => look.Id).OrderBy(look => look.Id, StringComparer.Ordinal))
            output.Write($"  classDef {look.Id} fill:{look.Fill},stroke:{look.Line},color:#1a1a1a\n");
    }

    private static void Node(Utf8Output output, PictureNode node, int number)
    {
        var (open, close) = node.Look.Mermaid;
        output.Write(FormattableString.Invariant($"  n{number}{open}\"{Label(node.Label)}\"{close}:::{node.Look.Id}\n"));
        output.Write(FormattableString.Invariant($"  click n{number} \"{node.Href}\"\n"));
    }

    /// <summary>Whatever might mean something to Mermaid, to Markdown or to HTML is written as a number.</summary>
    private static string Label(string text)
    {
        var label = new StringBuilder();
        foreach (var rune in Labels.Short(text, LongestLabel).EnumerateRunes())
        {
            var plain = Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or ',' or '.' or '-' or '\'' or ':' or '?' || rune.Value > 0x7F;
            if (plain)
                label.Append(rune.ToString());
            else
                label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }
        return label.ToString();
    }
}
