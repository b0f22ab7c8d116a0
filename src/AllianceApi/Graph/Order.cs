namespace AllianceApi.Graph;

/// <summary>A way of sorting: its name in <c>sort=</c> (empty for a default that has none) and the text to sort by, null where a row has none.</summary>
internal sealed record Sort(string Name, Func<int, string?> Key);

/// <summary>What a list lists: rows, their ids, and the orders that they can be had in, the default first.</summary>
/// <param name="Key">What tells this collection from the others of its snapshot.</param>
internal sealed record Collection(object Key, int[] Rows, Func<int, string> Id, IReadOnlyList<Sort> Sorts);

/// <summary>The rows of a collection in one order: by key, missing keys last, ids breaking ties; descending turns the keys only.</summary>
internal sealed class Order
{
    private readonly Collection _collection;
    private readonly Func<int, string?> _key;
    private readonly int _sign;
    private readonly int[] _rows;

    public Order(Collection collection, string sort, bool descending)
    {
        _collection = collection;
        _key = collection.Sorts.First(candidate => candidate.Name == sort).Key;
        _sign = descending ? -1 : 1;
        _rows = [.. collection.Rows];
        Array.Sort(_rows, Compare);
    }

    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>The place of a row in this order, to go on behind it.</summary>
    public Place PlaceOf(int row) => new(_key(row), _collection.Id(row));

    /// <summary>Some rows of the collection, sorted by this order.</summary>
    public int[] Sorted(IEnumerable<int> rows)
    {
        int[] sorted = [.. rows];
        Array.Sort(sorted, Compare);
        return sorted;
    }

    /// <summary>The index of the first of <paramref name="rows"/> (sorted by this order) that comes after a place.</summary>
    public int IndexAfter(ReadOnlySpan<int> rows, Place place)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(PlaceOf(rows[middle]), place) <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int Compare(int left, int right) => Compare(PlaceOf(left), PlaceOf(right));

    private int Compare(Place left, Place right)
    {
        var byKey = (left.Key, right.Key) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (a, b) => _sign * string.CompareOrdinal(a, b),
        };
        return byKey != 0 ? byKey : string.CompareOrdinal(left.Id, right.Id);
    }
}

/// <summary>Where a row stands in an order, whether or not it is still there.</summary>
internal readonly record struct Place(string? Key, string Id);
