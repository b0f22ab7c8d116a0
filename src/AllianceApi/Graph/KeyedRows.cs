using System.Collections;
using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph;

/// <summary>Entities or facts by a text that they have, those of one text by id, immutable: a successor's cost what changed.</summary>
internal sealed class KeyedRows : IKept
{
    private readonly Snapshot _graph;
    private readonly RowsOf _rowsOf;
    private readonly Func<Snapshot, int, string?> _key;
    private readonly SortedRows _rows;

    private KeyedRows(Snapshot graph, RowsOf rowsOf, Func<Snapshot, int, string?> key, SortedRows? rows)
    {
        (_graph, _rowsOf, _key) = (graph, rowsOf, key);
        _rows = rows ?? Sorted();
    }

    /// <summary>All rows that have a text.</summary>
    public RowRange All => new(_rows, 0, _rows.Length);

    /// <param name="key">The text of a row; null where it has none.</param>
    public static KeyedRows Of(Snapshot graph, RowsOf rowsOf, Func<Snapshot, int, string?> key) => new(graph, rowsOf, key, rows: null);

    /// <summary>The rows that have this very text.</summary>
    public RowRange With(string text)
    {
        var from = _rows.Find(row => string.CompareOrdinal(_key(_graph, row), text));
        return new(_rows, from, _rows.Find(row => string.CompareOrdinal(_key(_graph, row), text) <= 0 ? -1 : 1));
    }

    public object In(Snapshot successor, Func<RowsOf, IReadOnlyCollection<int>> changed)
    {
        var rows = _rows;
        var moved = changed(_rowsOf).Where(row => KeyOf(_graph, row) != KeyOf(successor, row)).ToList();
        foreach (var row in moved.Where(row => KeyOf(_graph, row) is not null))
            rows = rows.Without(rows.Find(other => Compare(_graph, other, row)));
        foreach (var row in moved.Where(row => KeyOf(successor, row) is not null))
            rows = rows.With(rows.Find(other => Compare(successor, other, row)), row);
        return new KeyedRows(successor, _rowsOf, _key, rows);
    }

    private string? KeyOf(Snapshot graph, int row) => row < graph.Slots(_rowsOf) && graph.Exists(_rowsOf, row) ? _key(graph, row) : null;

    private int Compare(Snapshot graph, int left, int right)
    {
        var byText = left == right ? 0 : string.CompareOrdinal(_key(graph, left), _key(graph, right));
        return byText != 0 ? byText : _rowsOf == RowsOf.Facts ? IdOrder.Facts(graph, left, right) : IdOrder.Entities(graph, left, right);
    }

    private SortedRows Sorted()
    {
        var byText = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var row = 0; row < _graph.Slots(_rowsOf); row++)
        {
            if (KeyOf(_graph, row) is not { } text)
                continue;
            if (!byText.TryGetValue(text, out var rows))
                byText.Add(text, rows = []);
            rows.Add(row);
        }
        return SortedRows.Of([.. byText.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => ById([.. pair.Value]))]);
    }

    private int[] ById(int[] rows) => _rowsOf == RowsOf.Facts ? IdOrder.SortFacts(_graph, rows) : IdOrder.SortEntities(_graph, rows);
}

/// <summary>Some rows in a row.</summary>
internal readonly record struct RowRange(SortedRows Rows, int From, int To) : IEnumerable<int>
{
    public static readonly RowRange None = new(SortedRows.Of([]), 0, 0);

    public int Length => To - From;

    /// <summary>The first of them, as many as lie together; the others are left.</summary>
    public ArraySegment<int> Take(out RowRange left)
    {
        if (Length == 0)
        {
            left = this;
            return ArraySegment<int>.Empty;
        }
        var together = Rows.Together(From);
        together = together[..Math.Min(together.Count, Length)];
        left = this with { From = From + together.Count };
        return together;
    }

    public IEnumerator<int> GetEnumerator() => Rows.From(From).Take(Length).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Those that do not come before a place, by a comparison that says how a row stands to it.</summary>
    public RowRange NotBefore(Func<int, int> compare)
    {
        var (low, high) = (From, To);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(Rows[middle]) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return this with { From = low };
    }
}
