using System.Buffers;

namespace AllianceApi.Packs.Ndjson;

/// <summary>Some lines of a file behind one another, of which those that are plain become records on another thread, while more lines are read.</summary>
internal sealed class LineBatch
{
    /// <summary>In bytes. What is a little longer still is no large object.</summary>
    private const int Full = 64 * 1024;
    private const int Room = 80 * 1024;

    private readonly List<Line> _lines = [];
    private readonly ArrayBufferWriter<byte> _bytes = new(Room);
    private Task<object?[]>? _records;

    public bool IsFull => _bytes.WrittenCount >= Full;

    /// <summary>Adds a line without its end.</summary>
    /// <param name="number">Its own, from 1.</param>
    /// <param name="start">Where it begins in the file.</param>
    public void Add(int number, long start, ReadOnlySpan<byte> line)
    {
        _lines.Add(new Line(number, start, _bytes.WrittenCount, line.Length));
        _bytes.Write(line);
    }

    /// <summary>Begins to read the lines without trees; no line is added any more.</summary>
    /// <param name="read">Gives the records of lines, null where one has to be read as a tree.</param>
    public void Begin(Func<LineBatch, object?[]> read) => _records = Task.Run(() => read(this));

    /// <summary>The records of all lines, null for those that have to be read as a tree.</summary>
    public object?[] Read(PlainRecords plain) => [.. _lines.Select(line => plain.Read(Json(line)))];

    /// <summary>The lines and their records, waited for.</summary>
    public IEnumerable<(Line Line, object? Record)> Records => _lines.Zip(_records!.GetAwaiter().GetResult());

    public ReadOnlySpan<byte> Json(Line line) => _bytes.WrittenSpan.Slice(line.From, line.Length);

    /// <param name="Number">From 1.</param>
    /// <param name="Start">Where it begins in the file.</param>
    /// <param name="From">Where it begins in the batch.</param>
    internal readonly record struct Line(int Number, long Start, int From, int Length);
}
