namespace AllianceApi.Graph.Search;

/// <summary>
/// The words of all entities and statements, immutable: a large segment, and over it what has changed since in small ones. A successor costs
/// microseconds and shares all the rest; what it answers does not depend on the way by which it came to its records.
/// </summary>
internal sealed class SearchIndex
{
    /// <summary>So many segments of about one size are made into one.</summary>
    private const int Alike = 8;

    private SearchIndex(IEnumerable<LiveSegment> segments)
    {
        Segments = [.. segments.Where(segment => segment.Count > 0)];
        Count = Segments.Sum(segment => segment.Count);
    }

    /// <summary>The largest first.</summary>
    public IReadOnlyList<LiveSegment> Segments { get; }

    /// <summary>How many records there are.</summary>
    public int Count { get; }

    /// <summary>Of all records of a graph, entities before statements, in each by id.</summary>
    public static SearchIndex OfSorted(IEnumerable<SearchRecord> records, int count) => new([new LiveSegment(SegmentBuilder.BuildSorted(records, count))]);

    public static SearchIndex Of(IEnumerable<SearchRecord> records) => new([new LiveSegment(SegmentBuilder.Build(records))]);

    /// <summary>The index with some records gone and others put, in place of those of the same id where there are any.</summary>
    public SearchIndex With(IEnumerable<(bool IsStatement, string Id)> gone, IReadOnlyCollection<SearchRecord> put)
    {
        LiveSegment[] segments = [.. Segments];
        foreach (var (isStatement, id) in gone.Concat(put.Select(record => (record.IsStatement, record.Id))))
            Delete(segments, isStatement, id);
        return new SearchIndex(put.Count == 0 ? segments : Merged([.. segments, new LiveSegment(SegmentBuilder.Build(put))]));
    }

    /// <summary>How many records have a normalised word.</summary>
    public int CountOf(string term)
    {
        var count = 0;
        foreach (var segment in Segments)
        {
            if (segment.Segment.ListOf(term) is var list and >= 0)
                count += segment.CountIn(list);
        }
        return count;
    }

    private static void Delete(LiveSegment[] segments, bool isStatement, string id)
    {
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            if (segments[i].Find(isStatement, id) is var record and >= 0)
            {
                segments[i] = segments[i].Without(record);
                return;
            }
        }
    }

    private static List<LiveSegment> Merged(List<LiveSegment> segments)
    {
        while (segments.Where(segment => segment.Segment.Records is not null).GroupBy(segment => segment.Level).FirstOrDefault(level => level.Count() >= Alike) is { } alike)
        {
            var live = alike.SelectMany(LiveRecords).ToList();
            segments.RemoveAll(segment => alike.Contains(segment));
            if (live.Count > 0)
                segments.Add(new LiveSegment(SegmentBuilder.Build(live)));
        }
        segments.Sort((left, right) => right.Segment.Count.CompareTo(left.Segment.Count));
        return segments;
    }

    private static IEnumerable<SearchRecord> LiveRecords(LiveSegment segment)
    {
        for (var record = 0; record < segment.Segment.Count; record++)
        {
            if (!segment.IsDeleted(record))
                yield return segment.Segment.Records![record];
        }
    }
}
