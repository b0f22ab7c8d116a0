using AllianceApi.Graph;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs.Ndjson;

/// <summary>
/// A pack as lines of JSON, a record a line: <c>{ "type": "entity", "record": { … } }</c>. It is read line by line; passages are gathered
/// into their documents, which come last.
/// </summary>
internal sealed class NdjsonFile(string name, Func<Stream> open)
{
    private const string Passage = "passage";

    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["document"] = "documents",
        [Passage] = "passages",
        ["predicate"] = "predicates",
        ["entity"] = "entities",
        ["statement"] = "statements",
    };

    private readonly Dictionary<string, PackMapping> _documents = new(StringComparer.Ordinal);
    private readonly List<PackMapping> _inOrder = [];
    private readonly PlainRecords _plain = new();

    /// <summary>The records with the list of a pack that each belongs to. What cannot be read is added to <paramref name="problems"/>.</summary>
    public static IEnumerable<LineRecord> Read(string name, Func<Stream> open, List<PackProblem> problems) =>
        new NdjsonFile(name, open).Read(problems);

    /// <summary>The record of a line that was read before, as a tree.</summary>
    public PackMapping NodeAt(int line, long start, int length)
    {
        using var stream = open();
        stream.Seek(start, SeekOrigin.Begin);
        var json = new byte[length];
        stream.ReadExactly(json);
        return (PackMapping)((PackMapping)JsonNodes.Read(name, line, json, [])!)["record"]!;
    }

    private IEnumerable<LineRecord> Read(List<PackProblem> problems)
    {
        using var stream = open();
        var lines = new LineReader(stream);
        while (Next(lines, problems) is { } line)
        {
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            if (_plain.Read(line.Span) is { } plain)
            {
                yield return new LineRecord(plain is Statement ? "statements" : "entities", Node: null, plain, new LinePlace(this, lines.Number, lines.Start, line.Length));
                continue;
            }
            if (JsonNodes.Read(name, lines.Number, line.Span, problems) is not { } root || Record(root, problems) is not var (type, record))
                continue;
            if (type == "document")
                AddDocument(record);
            else if (type == Passage)
                AddPassage((PackMapping)root, record, problems);
            else
                yield return new LineRecord(Lists[type], record);
        }
        foreach (var document in _inOrder)
            yield return new LineRecord("documents", document);
    }

    private ReadOnlyMemory<byte>? Next(LineReader lines, List<PackProblem> problems)
    {
        try
        {
            return lines.Next();
        }
        catch (InvalidDataException)
        {
            problems.Add(new PackProblem(name, lines.Number + 1, 1, "the line is longer than 16 MiB.", "A line holds one record."));
            return null;
        }
    }

    private static (string Type, PackMapping Record)? Record(PackNode root, List<PackProblem> problems)
    {
        if (root is not PackMapping line)
        {
            problems.Add(root.Problem("a line is an object.", "Write { \"type\": …, \"record\": { … } }."));
            return null;
        }
        var type = PackRecords.Text(line["type"]);
        if (!Lists.ContainsKey(type))
        {
            problems.Add((line["type"] ?? line).Problem(type.Length == 0 ? "a line has a type." : $"unknown type '{type}'.",
                $"Types: {string.Join(", ", Lists.Keys)}.{Nearest.Question(Nearest.To(type, Lists.Keys))}"));
            return null;
        }
        foreach (var key in line.Keys.Where(key => key.Value is not ("type" or "record") && !(key.Value == "document" && type == Passage)))
            problems.Add(key.Problem($"unknown key '{key.Value}'.", "A line has 'type' and 'record'; one of a passage has 'document' too."));
        if (line["record"] is PackMapping record)
            return (type, record);
        problems.Add((line["record"] ?? line).Problem("a line has a record, which is an object.", "Write { \"type\": …, \"record\": { … } }."));
        return null;
    }

    private void AddDocument(PackMapping record)
    {
        _inOrder.Add(record);
        _documents.TryAdd(PackRecords.Text(record["id"]), record);
        if (record["passages"] is null)
            record.TryAdd(new PackScalar(record.File, record.Line, record.Column, "passages", ScalarType.Text), new PackSequence(record.File, record.Line, record.Column));
    }

    private void AddPassage(PackMapping line, PackMapping passage, List<PackProblem> problems)
    {
        var id = PackRecords.Text(line["document"]);
        if (_documents.TryGetValue(id, out var document))
            (document["passages"] as PackSequence)?.Items.Add(passage);
        else
            problems.Add((line["document"] ?? line).Problem(id.Length == 0 ? "a passage has a document." : $"no line before this one has the document '{id}'.",
                $"Documents come first.{Nearest.Question(Nearest.To(id, _documents.Keys))}"));
    }
}
