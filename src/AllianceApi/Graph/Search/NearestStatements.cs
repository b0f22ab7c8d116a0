namespace AllianceApi.Graph.Search;

/// <summary>Finds statements that share words with a text, whichever, and weighs them as search does. It reads one text after another into the same numbers.</summary>
internal sealed class NearestStatements(SearchIndex index)
{
    /// <summary>So many entries of lists are read for one text, those of the rarest words first: common words say little and have long lists.</summary>
    private const int MostEntries = 20_000;

    private readonly TextAnalysis _analysis = new();
    private readonly List<int> _touched = [];
    private long[] _scores = [];

    /// <summary>The best, the nearest first.</summary>
    public IReadOnlyList<Hit> To(string text, int limit)
    {
        var words = Chosen(text);
        var best = new BestHits(limit, after: null);
        foreach (var (i, live) in index.Segments.Index())
        {
            best.OfOneSegment = i == 0;
            Read(live, words);
            _touched.Sort();
            foreach (var record in _touched)
            {
                best.Offer(_scores[record], live.Segment, record);
                _scores[record] = 0;
            }
            _touched.Clear();
        }
        return best.Done().Hits;
    }

    /// <summary>The words that are read for, each with its weight; the rarest at any rate.</summary>
    private List<(string Word, long Weight)> Chosen(string text)
    {
        _analysis.Read(text);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in _analysis.Words)
        {
            var form = Spelling.Normalise(_analysis.LettersOf(word));
            if (index.CountOf(form) is var count and > 0)
                words[form] = count;
        }
        var chosen = new List<(string, long)>();
        var entries = 0;
        foreach (var (word, count) in words.OrderBy(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal))
        {
            if (chosen.Count > 0 && entries + count > MostEntries)
                break;
            entries += count;
            chosen.Add((word, Ranking.Weight(index.Count, count)));
        }
        return chosen;
    }

    private void Read(LiveSegment live, List<(string Word, long Weight)> words)
    {
        if (_scores.Length < live.Segment.Count)
            _scores = new long[live.Segment.Count];
        foreach (var (word, weight) in words)
        {
            if (live.Segment.ListOf(word) is not (var list and >= 0))
                continue;
            // Entities have the lesser numbers.
            var cursor = new PostingCursor(live.Segment.Lists, list);
            for (var record = cursor.Advance(live.Segment.Entities); record < PostingCursor.End; record = cursor.Advance(record + 1))
            {
                if (live.IsDeleted(record))
                    continue;
                if (_scores[record] == 0)
                    _touched.Add(record);
                _scores[record] += weight * Math.Max((byte)1, cursor.Impact);
            }
        }
    }
}
