namespace AllianceApi.Graph;

/// <summary>Lists of rows by the number that each belongs to, all in one array. A row that comes to a list twice in a row is in it once.</summary>
internal sealed class RowLists
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _rows;

    /// <param name="fill">Adds each row to the lists that it belongs to; it is run twice, first to count.</param>
    public RowLists(int lists, Action<Action<int, int>> fill)
    {
        _starts = new int[lists + 1];
        _ends = new int[lists];
        fill((list, _) => _starts[list + 1]++);
        for (var list = 0; list < lists; list++)
        {
            _starts[list + 1] += _starts[list];
            _ends[list] = _starts[list];
        }
        _rows = new int[_starts[lists]];
        fill(Add);
    }

    public ReadOnlySpan<int> this[int list] => _rows.AsSpan(_starts[list], _ends[list] - _starts[list]);

    /// <summary>Items by a number that is below a limit; those of the same number stay in their order.</summary>
    public static T[] Sorted<T>(IReadOnlyList<T> items, int limit, Func<T, int> numberOf)
    {
        var lists = new RowLists(limit, add =>
        {
            for (var i = 0; i < items.Count; i++)
                add(numberOf(items[i]), i);
        });
        return Array.ConvertAll(lists._rows, row => items[row]);
    }

    private void Add(int list, int row)
    {
        if (_ends[list] == _starts[list] || _rows[_ends[list] - 1] != row)
            _rows[_ends[list]++] = row;
    }
}
