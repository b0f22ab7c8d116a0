namespace AllianceApi.Graph.Patterns;

/// <summary>Goes through rows one by one, wherever they are kept.</summary>
internal struct RowCursor
{
    private ArraySegment<int> _rows;
    private RowRange _rest;
    private int _next;

    public RowCursor(ArraySegment<int> rows) => (_rows, _rest) = (rows, RowRange.None);

    public RowCursor(RowRange rows) => _rows = rows.Take(out _rest);

    public bool TryNext(out int row)
    {
        if (!TryPeek(out row))
            return false;
        _next++;
        return true;
    }

    public bool TryPeek(out int row)
    {
        if (_next == _rows.Count)
            (_rows, _next) = (_rest.Take(out _rest), 0);
        row = _next < _rows.Count ? _rows[_next] : -1;
        return row >= 0;
    }

    /// <summary>Passes over what comes before a place, by a comparison that says how a row stands to it.</summary>
    public void SkipTo(Func<int, int> compare)
    {
        while (TryPeek(out _) && compare(_rows[^1]) < 0)
        {
            _rest = _rest.NotBefore(compare);
            _next = _rows.Count;
        }
        var (low, high) = (_next, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(_rows[middle]) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        _next = low;
    }
}
