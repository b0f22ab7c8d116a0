using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>One page of a list: its rows, how many there are in all, and where the next begins.</summary>
internal sealed record Listing(int[] Rows, int Total, bool TotalIsAtLeast, string? Next)
{
    /// <summary>Beyond this a total that no index knows is not counted out.</summary>
    private const int MostCounted = 10_000;

    /// <summary>The page of a collection that a query asks for.</summary>
    public static Listing Of(Snapshot graph, Collection collection, Query query)
    {
        var sort = query.Sort ?? collection.Sorts[0].Name;
        var order = graph.Ordered(collection, sort, query.Descending);
        var indexed = query.Candidates.Count > 0;
        var rows = indexed ? order.Sorted(Among(query.Candidates).Where(row => collection.Has(graph, row))) : order.Rows;

        var start = query.After is { } place ? order.IndexAfter(rows, place) : 0;
        var page = new List<int>(query.Limit);
        var more = false;
        foreach (var row in rows.From(start).Where(row => Passes(query, row)))
        {
            more = page.Count == query.Limit;
            if (more)
                break;
            page.Add(row);
        }

        var (total, atLeast) = Count(rows, query);
        return new Listing([.. page], total, atLeast, more ? Cursor.Write(order.PlaceOf(page[^1]), query.Identity) : null);
    }

    private static (int Total, bool AtLeast) Count(SortedRows rows, Query query)
    {
        if (query.Tests.Count == 0)
            return (rows.Length, false);
        var total = 0;
        foreach (var row in rows.From(0).Where(row => Passes(query, row)))
        {
            if (total == MostCounted)
                return (MostCounted, true);
            total++;
        }
        return (total, false);
    }

    private static bool Passes(Query query, int row)
    {
        foreach (var test in query.Tests)
        {
            if (!test(row))
                return false;
        }
        return true;
    }

    private static HashSet<int> Among(List<IEnumerable<int>> candidates)
    {
        var among = candidates[0].ToHashSet();
        foreach (var others in candidates.Skip(1))
            among.IntersectWith(others);
        return among;
    }
}
