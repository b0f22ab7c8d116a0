using System.Globalization;
using System.Text;

namespace AllianceApi.Formats.Rdf;

/// <summary>Writes triples in Turtle: known namespaces by prefix, records relative to the base.</summary>
internal sealed class TurtleWriter
{
    private readonly TextWriter _output;
    private readonly Iris _iris;
    private readonly IReadOnlyList<(string Prefix, string Namespace)> _prefixes;

    public TurtleWriter(TextWriter output, Iris iris)
    {
        (_output, _iris, _prefixes) = (output, iris, iris.Prefixes);
        _output.Write($"@base <{iris.Base}> .\n");
        foreach (var (prefix, name) in _prefixes)
            _output.Write($"@prefix {prefix}: <{name}> .\n");
    }

    public void Write(Described described)
    {
        _output.Write('\n');
        Iri(described.Iri);
        var separator = "\n  ";
        foreach (var (predicate, value) in described.Properties)
        {
            _output.Write(separator);
            separator = " ;\n  ";
            if (predicate == Names.Type)
                _output.Write('a');
            else
                Iri(predicate);
            _output.Write(' ');
            Object(value);
        }
        _output.Write(" .\n");
    }

    /// <summary>A literal in quotes, escaped so that it stays on its line.</summary>
    public static void Literal(TextWriter output, string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' or 0x7F => escaped.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => escaped.Append(rune.ToString()),
            };
        }
        output.Write(escaped.Append('"').ToString());
    }

    private void Object(Term term)
    {
        if (term.IsIri)
        {
            Iri(term.Value);
            return;
        }
        Literal(_output, term.Value);
        if (term.Datatype is not { } datatype)
            return;
        _output.Write("^^");
        Iri(datatype);
    }

    private void Iri(string iri)
    {
        foreach (var (prefix, name) in _prefixes)
        {
            if (!iri.StartsWith(name, StringComparison.Ordinal) || !IsLocal(iri.AsSpan(name.Length)))
                continue;
            _output.Write($"{prefix}:{iri.AsSpan(name.Length)}");
            return;
        }
        _output.Write(iri.StartsWith(_iris.Base, StringComparison.Ordinal) ? $"<{iri.AsSpan(_iris.Base.Length)}>" : $"<{iri}>");
    }

    private static bool IsLocal(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;
        }
        return !name.IsEmpty && name[^1] != '-' && name[0] != '-';
    }
}
