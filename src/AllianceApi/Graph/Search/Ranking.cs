namespace AllianceApi.Graph.Search;

/// <summary>Answers one question from the index: finds what meets its clauses in every segment, weighs them, and keeps the best.</summary>
internal sealed class Ranking
{
    /// <summary>Beyond this a total that no list knows is not counted out.</summary>
    public const int MostCounted = 10_000;

    private readonly SearchIndex _index;
    private readonly SearchRequest _request;
    private readonly WorkBudget _budget = new();
    private readonly BestHits _best;
    private readonly FacetCounts? _facets;
    private int _total;

    private Ranking(SearchIndex index, SearchRequest request)
    {
        (_index, _request) = (index, request);
        _best = new BestHits(request.Limit, request.After);
        _facets = request.Facets ? new FacetCounts() : null;
    }

    public static SearchResult Run(SearchIndex index, SearchRequest request) => new Ranking(index, request).Run();

    private SearchResult Run()
    {
        var clauses = _request.Query.Clauses;
        var lists = clauses.Select(clause => _index.Segments.Select(segment => ClauseLists.Of(segment, clause, _budget)).ToArray()).ToArray();
        var counts = Array.ConvertAll(lists, ofSegments => ofSegments.Sum(list => list?.Count ?? 0));
        var weights = Array.ConvertAll(counts, count => Weight(_index.Count, count));
        var known = clauses.Count == 1 && _request.Filter == SearchFilter.None ? counts[0] : (int?)null;
        for (var i = 0; i < _index.Segments.Count; i++)
        {
            _best.OfOneSegment = i == 0;
            var wanted = new List<(ClauseList List, long Weight)>();
            var unwanted = new List<ClauseList>();
            var missing = false;
            for (var clause = 0; clause < lists.Length; clause++)
            {
                var list = lists[clause][i];
                if (clauses[clause].Excluded && list is not null)
                    unwanted.Add(list);
                else if (!clauses[clause].Excluded && list is null)
                    missing = true;
                else if (list is not null)
                    wanted.Add((list, weights[clause]));
            }
            if (!missing)
                Read(_index.Segments[i], wanted, unwanted, known is not null);
        }
        var (hits, more) = _best.Done();
        var total = known ?? Math.Min(_total, MostCounted);
        return new SearchResult(hits, more, total, (known is null && _total > MostCounted) || _budget.IsSpent, _facets);
    }

    /// <summary>How much a word counts: the rarer, the more; in thousandths.</summary>
    public static long Weight(int records, int count) => count == 0 ? 0 : Math.Max(1, (long)Math.Round(1000 * Math.Log(1 + ((records - count + 0.5) / (count + 0.5)))));

    private void Read(LiveSegment live, List<(ClauseList List, long Weight)> wanted, List<ClauseList> unwanted, bool isCounted)
    {
        var filter = _request.Filter.For(live.Segment);
        if (filter.IsEmpty)
            return;
        var reader = new SegmentReader(live, wanted, unwanted, filter);
        _facets?.Begin(live.Segment);
        while (reader.NextBlock())
        {
            // What cannot be among the best any more is read only while it is to be counted.
            if (reader.Bound < _best.Least && _facets is null && (isCounted || _total > MostCounted))
                continue;
            if (reader.IsPlain && _facets is null)
                ReadPlain(ref reader, live.Segment);
            else
                ReadMatches(ref reader, live.Segment);
        }
        _facets?.End(live.Segment);
    }

    private void ReadMatches(ref SegmentReader block, Segment segment)
    {
        while (block.NextMatch())
        {
            _total++;
            _facets?.Count(segment, block.Record);
            _best.Offer(block.Score, segment, block.Record);
        }
    }

    /// <summary>Where every record is a match, only those that may be among the best are looked at.</summary>
    private void ReadPlain(ref SegmentReader block, Segment segment)
    {
        _total += block.CountInBlock;
        while (block.NextPlain(_best.Least))
            _best.Offer(block.Score, segment, block.Record);
    }
}
