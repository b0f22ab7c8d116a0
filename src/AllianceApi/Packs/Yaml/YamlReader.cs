using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AllianceApi.Packs.Yaml;

/// <summary>
/// Reads one file of YAML (or JSON, which is YAML) into a tree that knows its places. Aliases are refused, so that a small file stays small,
/// and so are nesting beyond reason and keys that come twice.
/// </summary>
internal sealed class YamlReader
{
    private const int Deepest = 32;

    private readonly string _file;
    private readonly List<PackProblem> _problems;
    private readonly Parser _parser;

    private YamlReader(string file, string text, List<PackProblem> problems)
    {
        _file = file;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The root of the file, or null where it has none or cannot be read; why not is added to <paramref name="problems"/>.</summary>
    public static PackNode? Read(string file, string text, List<PackProblem> problems)
    {
        try
        {
            return new YamlReader(file, text, problems).ReadDocument();
        }
        catch (YamlException error)
        {
            problems.Add(Explained(file, text, error));
        }
        catch (UnreadableException error)
        {
            problems.Add(error.Problem);
        }
        return null;
    }

    private static PackProblem Explained(string file, string text, YamlException error)
    {
        var cause = error.InnerException is YamlException inner ? inner : error;
        var message = cause.Message[(cause.Message.LastIndexOf("): ", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('.');
        var (line, column) = ((int)cause.End.Line, (int)cause.End.Column);
        return TabIn(text, (int)cause.Start.Line) is var (tabLine, tabColumn) && (tabLine == line || cause.Message.Contains(" tab", StringComparison.Ordinal))
            ? new PackProblem(file, tabLine, tabColumn, "this is not YAML: a tab stands in the indent.", "Indent with spaces.")
            : new PackProblem(file, line, column, $"this is not YAML: {message}.", "Mend the line, or quote the text.");
    }

    /// <summary>The first tab in the indent of a line, from a line on: the parser only says in which mapping it met one.</summary>
    private static (int Line, int Column)? TabIn(string text, int from)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var tab = ++number < from ? -1 : line[..^line.TrimStart().Length].IndexOf('\t');
            if (tab >= 0)
                return (number, tab + 1);
        }
        return null;
    }

    private PackNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            throw Unreadable(second, "a second YAML document begins here.", "Put it into a file of its own.");
        return root;
    }

    private PackNode ReadNode(int depth)
    {
        var current = _parser.Consume<ParsingEvent>();
        if (depth > Deepest)
            throw Unreadable(current, $"lists and mappings are nested more than {Deepest} deep.",
                "No pack needs that: look for a bracket or an indent too many.");
        if (current is AnchorAlias alias)
            throw Unreadable(alias, $"'*{alias.Value}' is an alias.", "Packs have no aliases: write the value out.");
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw Unreadable(anchored, $"'&{anchored.Anchor}' is an anchor.", "Packs have no anchors: take it out.");
        return current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw Unreadable(current, "a value is expected here.", ""),
        };
    }

    private PackScalar ReadScalar(Scalar scalar) =>
        new(_file, (int)scalar.Start.Line, (int)scalar.Start.Column, scalar.Value,
            scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true } ? Scalars.TypeOf(scalar.Value) : ScalarType.Text);

    private PackSequence ReadSequence(SequenceStart start, int depth)
    {
        var list = new PackSequence(_file, (int)start.Start.Line, (int)start.Start.Column);
        while (!_parser.TryConsume<SequenceEnd>(out _))
            list.Items.Add(ReadNode(depth + 1));
        return list;
    }

    private PackMapping ReadMapping(MappingStart start, int depth)
    {
        var mapping = new PackMapping(_file, (int)start.Start.Line, (int)start.Start.Column);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not PackScalar name)
                _problems.Add(key.Problem("a key must be a text.", "Quote it."));
            else if (!mapping.TryAdd(name, value))
                _problems.Add(key.Problem($"'{name.Value}' comes twice in one mapping.", "Keep one of them."));
        }
        return mapping;
    }

    private UnreadableException Unreadable(ParsingEvent at, string message, string mend) =>
        new(new PackProblem(_file, (int)at.Start.Line, (int)at.Start.Column, message, mend));

    /// <summary>Leaves the recursion; never leaves this class.</summary>
    private sealed class UnreadableException(PackProblem problem) : Exception(problem.Message)
    {
        public PackProblem Problem { get; } = problem;
    }
}
