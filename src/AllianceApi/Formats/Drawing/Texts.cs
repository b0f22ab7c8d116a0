using System.Globalization;
using System.Text;

namespace AllianceApi.Formats.Drawing;

/// <summary>How wide texts come out, whatever sans-serif font shows them, and where they are wrapped.</summary>
internal static class Texts
{
    public const int LongestTip = 1000;

    /// <summary>Words longer than a line are broken; what is beyond the last line is an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, int columns, int mostLines)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0.0;
        foreach (var word in Words(text, columns))
        {
            var width = Columns(word);
            if (used > 0 && used + 0.5 + width > columns)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
                if (lines.Count == mostLines)
                {
                    lines[^1] += "…";
                    return lines;
                }
            }
            if (used > 0)
                line.Append(' ');
            line.Append(word);
            used += width + (used > 0 ? 0.5 : 0);
        }
        if (line.Length > 0 || lines.Count == 0)
            lines.Add(line.ToString());
        return lines;
    }

    /// <summary>Pixels at a size of type: on the wide side, so that no font overflows.</summary>
    public static double Width(string text, double size) => Columns(text) * size * Column;

    /// <summary>The em of a column: an average letter of a wide font.</summary>
    private const double Column = 0.62;

    private static IEnumerable<string> Words(string text, int columns)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var part = new StringBuilder();
            var used = 0.0;
            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                var element = elements.GetTextElement();
                var width = Columns(element);
                if (used + width > columns && part.Length > 0)
                {
                    yield return part.ToString();
                    part.Clear();
                    used = 0;
                }
                part.Append(element);
                used += width;
            }
            if (part.Length > 0)
                yield return part.ToString();
        }
    }

    private static double Columns(string text)
    {
        var columns = 0.0;
        foreach (var rune in text.EnumerateRunes())
            columns += WidthOf(rune);
        return columns;
    }

    private static double WidthOf(Rune rune) => rune.Value switch
    {
        ' ' or 'i' or 'l' or 'j' or '.' or ',' or '\'' or ':' or ';' or '|' or '!' => 0.52,
        't' or 'f' or 'r' or 'I' or '(' or ')' or '-' => 0.68,
        'm' or 'w' or 'M' or 'W' or '—' or '@' or '%' => 1.6,
        >= 'A' and <= 'Z' => 1.2,
        < 0x300 => 1.02,
        >= 0x1100 and <= 0x11FF or >= 0x2E80 => 1.75,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : 1.2,
    };
}
