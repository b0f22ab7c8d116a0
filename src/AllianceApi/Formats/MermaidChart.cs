using System.Globalization;
using System.Text;
using AllianceApi.Formats.Drawing;
using AllianceApi.Kinds;

namespace AllianceApi.Formats;

/// <summary>Writes a flowchart of Mermaid. Its nodes have numbers, for ids may be words of its language.</summary>
internal sealed class MermaidChart
{
    private const int LongestLabel = 300;

    private readonly TextWriter _output;

    public MermaidChart(TextWriter output)
    {
        _output = output;
        _output.Write("flowchart LR\n");
    }

    public void Node(int number, string label, Kind kind, string? href)
    {
        var (open, close) = Look.Of(kind).Mermaid;
        _output.Write(Invariant($"  n{number}{open}\"{Label(label)}\"{close}:::{kind.Id}\n"));
        if (href is not null)
            _output.Write(Invariant($"  click n{number} \"{href}\"\n"));
    }

    public void Edge(int from, int to, string label, bool dashed, bool denied)
    {
        var line = (dashed, denied) switch { (true, true) => "-.-x", (true, false) => "-.->", (false, true) => "--x", _ => "-->" };
        _output.Write(Invariant($"  n{from} {line}|\"{Label(label)}\"| n{to}\n"));
    }

    public void Classes(IEnumerable<Kind> kinds)
    {
        foreach (var kind in kinds.OrderBy(kind => kind.Id, StringComparer.Ordinal))
        {
            var look = Look.Of(kind);
            _output.Write($"  classDef {kind.Id} fill:{look.Fill},stroke:{look.Line},color:#1a1a1a\n");
        }
    }

    /// <summary>Whatever might mean something to Mermaid, to Markdown or to HTML is written as a number.</summary>
    private static string Label(string text)
    {
        var label = new StringBuilder();
        foreach (var rune in Labels.Short(text, LongestLabel).EnumerateRunes())
        {
            var plain = Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or ',' or '.' or '-' or '\'' or ':' or '?' or '–' or '—' or '’' or '…' || rune.Value > 0x7F;
            if (plain)
                label.Append(rune.ToString());
            else
                label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }
        return label.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
