namespace AllianceApi.Graph.Search;

/// <summary>What <c>q=</c> on lists asks: every word of it begins a word of the record, as written, folded.</summary>
internal static class Beginnings
{
    /// <summary>The ids of the entities, or of the statements, that have a word beginning with each of these.</summary>
    public static IEnumerable<string> Find(SearchIndex index, IReadOnlyList<string> words, bool statements)
    {
        foreach (var live in index.Segments)
        {
            Hits? hits = null;
            foreach (var word in words)
            {
                var found = ClauseLists.OfBeginning(live, word);
                hits = hits is null ? found : hits.And(found);
            }
            for (var i = 0; i < hits!.Count; i++)
            {
                if (live.Segment.IsStatement(hits.Records[i]) == statements)
                    yield return live.Segment.Ids[hits.Records[i]];
            }
        }
    }
}
