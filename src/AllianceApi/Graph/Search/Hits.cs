namespace AllianceApi.Graph.Search;

/// <summary>Records found in one segment, ascending, each with an impact.</summary>
internal sealed class Hits
{
    private Growing<int> _records = new(64);
    private Growing<byte> _impacts = new(64);

    public ReadOnlySpan<int> Records => _records.Items;

    public ReadOnlySpan<byte> Impacts => _impacts.Items;

    public int Count => _records.Count;

    public void Add(int record, byte impact)
    {
        _records.Add(record);
        _impacts.Add(impact);
    }

    public static Hits Of(PostingLists lists, int list)
    {
        var hits = new Hits();
        for (var cursor = new PostingCursor(lists, list); cursor.Record < PostingCursor.End; cursor.Advance(cursor.Record + 1))
            hits.Add(cursor.Record, cursor.Impact);
        return hits;
    }

    /// <summary>Those that a list has too, each with the lesser impact.</summary>
    public Hits And(PostingLists lists, int list)
    {
        var both = new Hits();
        var cursor = new PostingCursor(lists, list);
        for (var i = 0; i < Count && cursor.Advance(Records[i]) < PostingCursor.End; i++)
        {
            if (cursor.Record == Records[i])
                both.Add(cursor.Record, Math.Min(Impacts[i], cursor.Impact));
        }
        return both;
    }

    /// <summary>Those of either, with the greater impact.</summary>
    public Hits Or(Hits other)
    {
        var either = new Hits();
        for (int i = 0, j = 0; i < Count || j < other.Count;)
        {
            var (left, right) = (i < Count ? Records[i] : int.MaxValue, j < other.Count ? other.Records[j] : int.MaxValue);
            var impact = Math.Max(left <= right ? Impacts[i] : (byte)0, right <= left ? other.Impacts[j] : (byte)0);
            either.Add(Math.Min(left, right), impact);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return either;
    }

    public Hits And(Hits other)
    {
        var both = new Hits();
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            if (Records[i] == other.Records[j])
                both.Add(Records[i], Math.Min(Impacts[i++], other.Impacts[j++]));
            else if (Records[i] < other.Records[j])
                i++;
            else
                j++;
        }
        return both;
    }

    public Hits Where(Func<int, bool> holds)
    {
        var some = new Hits();
        for (var i = 0; i < Count; i++)
        {
            if (holds(Records[i]))
                some.Add(Records[i], Impacts[i]);
        }
        return some;
    }
}
