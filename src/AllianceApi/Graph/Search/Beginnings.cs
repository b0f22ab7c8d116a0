namespace AllianceApi.Graph.Search;

/// <summary>What <c>q=</c> on lists asks: every word of it begins a word of the record, as written, folded.</summary>
internal static class Beginnings
{
    /// <summary>So many words may be asked for at once.</summary>
    public const int Most = 32;

    /// <summary>The words of a text; a word that begins another says nothing beside it.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var words = Fold.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        // Too many are refused in any case, and not worth comparing each with each.
        return words.Count > 10 * Most ? words : words.FindAll(word => !words.Exists(other => other.Length > word.Length && other.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The entities that have words beginning so in name, aliases or summary.</summary>
    public static IEnumerable<int> Entities(Snapshot graph, IReadOnlyList<string> words) =>
        Find(graph.Search(), words, statements: false).Select(graph.FindEntity).OfType<int>();

    /// <summary>The statements that have words beginning so in their text; the index has those of qualifiers too.</summary>
    public static IEnumerable<int> Statements(Snapshot graph, IReadOnlyList<string> words) =>
        Find(graph.Search(), words, statements: true).Select(graph.FindStatement).OfType<int>().Where(row => TextHas(graph.Statements[row], words));

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

    private static bool TextHas(StatementRow statement, IReadOnlyList<string> words)
    {
        if (!SearchRecords.HasQualifier(statement))
            return true;
        var text = Fold.Words(SearchRecords.TextsOf(statement)[0].Text);
        return words.All(word => text.Contains($" {word}", StringComparison.Ordinal));
    }
}
