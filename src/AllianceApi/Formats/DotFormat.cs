using System.Text;
using AllianceApi.Formats.Drawing;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>A digraph in the language of Graphviz, with the colours and shapes of the kinds.</summary>
internal static class DotFormat
{
    private const int LineLength = 28;
    private const int MostLines = 6;

    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        output.Write($"digraph {Quoted(view.Name)} {{\n  graph [rankdir=LR, charset=\"UTF-8\", fontname=\"sans-serif\"];\n");
        output.Write("  node [style=\"filled\", fontname=\"sans-serif\", fontsize=11];\n  edge [fontname=\"sans-serif\", fontsize=9];\n");
        foreach (var row in view.Nodes)
        {
            Node(output, view, row);
            await output.SendAsync();
        }
        foreach (var row in view.Edges)
        {
            Edge(output, view, view.Fact(row));
            await output.SendAsync();
        }
        output.Write("}\n");
    }

    private static void Node(Utf8Output output, GraphView view, int row)
    {
        var (id, name, kind) = (view.Id(row), view.NameOf(row), view.Kind(row));
        var look = Look.Of(kind);
        output.Write($"  \"{id}\" [label={Lines(name)}, shape={look.Dot}, fillcolor=\"{look.Fill}\", color=\"{look.Line}\", ");
        output.Write($"tooltip={Quoted(Labels.Short($"{name} ({kind.Id})", Texts.LongestTip))}, URL=\"{kind.PathOf(id)}\"];\n");
    }

    private static void Edge(Utf8Output output, GraphView view, FactRow fact)
    {
        output.Write($"  \"{view.Id(fact.Subject)}\" -> \"{view.Id(fact.Object)}\" [label={Quoted(Labels.Of(fact))}");
        if (Labels.IsDashed(fact))
            output.Write(", style=dashed");
        if (fact.Negated)
            output.Write(", arrowhead=tee, color=\"#b3261e\"");
        output.Write($", URL=\"/api/v1/relations/{view.Graph.IdOf(fact)}\"];\n");
    }

    private static string Lines(string text)
    {
        var lines = Texts.Wrap(text, LineLength, MostLines);
        return $"\"{string.Join("\\n", lines.Select(Escaped))}\"";
    }

    private static string Quoted(string text) => $"\"{Escaped(text)}\"";

    /// <summary>In quotes only a quote ends; in a label a backslash begins what Graphviz replaces.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                escaped.Append('\\').Append(c);
            else if (c is '&')
                escaped.Append("&amp;");
            else
                escaped.Append(char.IsControl(c) ? ' ' : c);
        }
        return escaped.ToString();
    }
}
