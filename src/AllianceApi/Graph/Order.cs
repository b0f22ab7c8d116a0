namespace AllianceApi.Graph;

/// <summary>A way of sorting: its name in <c>sort=</c> (empty for a default that has none) and the text to sort by, null where a row has none.</summary>
internal sealed record Sort(string Name, Func<Snapshot, int, string?> Key)
{
    public const string ById = "id";
}

/// <summary>Whose numbers the rows of a collection are.</summary>
internal enum RowsOf
{
    Entities,
    Facts,
    Statements,

    /// <summary>Others, which change only with the whole snapshot.</summary>
    Others,
}

/// <summary>What a list lists: which rows, their ids, and the orders that they can be had in, the default first.</summary>
internal sealed record Collection(
    string Name, RowsOf Of, Func<Snapshot, IEnumerable<int>> Rows, Func<Snapshot, int, bool> Has, Func<Snapshot, int, string> Id, IReadOnlyList<Sort> Sorts);

/// <summary>Where a row stands in an order, whether or not it is still there.</summary>
internal readonly record struct Place(string? Key, string Id);

/// <summary>
/// The rows of a collection in one order: by key, missing keys last, ids breaking ties. Descending turns the keys only,
/// which are the ids themselves where the sort is by them.
/// </summary>
internal sealed class Order
{
    private readonly Snapshot _graph;
    private readonly Collection _collection;
    private readonly Sort _sort;
    private readonly int _sign;

    private Order(Snapshot graph, Collection collection, Sort sort, bool descending, SortedRows? rows)
    {
        _graph = graph;
        _collection = collection;
        _sort = sort;
        _sign = descending ? -1 : 1;
        Rows = rows ?? Sorted(collection.Rows(graph));
    }

    public SortedRows Rows { get; }

    public static Order Of(Snapshot graph, Collection collection, string sort, bool descending) =>
        new(graph, collection, collection.Sorts.First(candidate => candidate.Name == sort), descending, rows: null);

    /// <summary>This order in a successor in which some rows changed, came or went.</summary>
    public Order In(Snapshot successor, IReadOnlyCollection<int> changed)
    {
        var rows = Rows;
        foreach (var row in changed.Where(row => row < Slots(_graph) && Contains(_graph, row)))
            rows = rows.Without(rows.Find(other => other == row ? 0 : Compare(PlaceOf(other), PlaceOf(row))));
        var order = new Order(successor, _collection, _sort, _sign < 0, rows);
        foreach (var row in changed.Where(row => Contains(successor, row)))
            rows = rows.With(rows.Find(other => order.Compare(order.PlaceOf(other), order.PlaceOf(row))), row);
        return new Order(successor, _collection, _sort, _sign < 0, rows);
    }

    /// <summary>Whose rows it orders.</summary>
    public RowsOf RowsOf => _collection.Of;

    /// <summary>The place of a row in this order, to go on behind it.</summary>
    public Place PlaceOf(int row) => new(_sort.Key(_graph, row), _collection.Id(_graph, row));

    /// <summary>Some rows of the collection, sorted by this order.</summary>
    public SortedRows Sorted(IEnumerable<int> rows)
    {
        int[] sorted = [.. rows];
        Place[] places = [.. sorted.Select(PlaceOf)];
        // Rows are mostly in order already: they are numbered by id when a snapshot is built.
        for (var i = 1; i < places.Length; i++)
        {
            if (Compare(places[i - 1], places[i]) <= 0)
                continue;
            Array.Sort(places, sorted, Comparer<Place>.Create(Compare));
            break;
        }
        return SortedRows.Of(sorted);
    }

    /// <summary>The index of the first of <paramref name="rows"/> (sorted by this order) that comes after a place.</summary>
    public int IndexAfter(SortedRows rows, Place place) => rows.Find(row => Compare(PlaceOf(row), place) <= 0 ? -1 : 1);

    private bool Contains(Snapshot graph, int row) => graph.Exists(_collection.Of, row) && _collection.Has(graph, row);

    private int Slots(Snapshot graph) => graph.Slots(_collection.Of);

    private int Compare(Place left, Place right)
    {
        var byKey = (left.Key, right.Key) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (a, b) => _sign * string.CompareOrdinal(a, b),
        };
        return byKey != 0 ? byKey : (_sort.Name == Sort.ById ? _sign : 1) * string.CompareOrdinal(left.Id, right.Id);
    }
}
