namespace AllianceApi.Graph.Search;

/// <summary>The records of a snapshot as search knows them, and its index.</summary>
internal static class SearchRecords
{
    /// <summary>Under which the index is remembered.</summary>
    private const string Key = "search";

    [ThreadStatic]
    private static Unescaping? _unescaping;

    private static ReadOnlySpan<byte> Qualifier => "\",\"qualifier\":\""u8;

    /// <summary>The index, built at its first use; successors take it over.</summary>
    public static SearchIndex Search(this Snapshot graph) => graph.Remember(Key, graph => SearchIndex.OfSorted(
        graph.Entities.OrderBy(entity => entity.Id, StringComparer.Ordinal).Select(RecordOf)
            .Concat(graph.Statements.OrderBy(statement => statement.Id, StringComparer.Ordinal).Select(statement => RecordOf(graph, statement))),
        graph.Entities.Count + graph.Statements.Count));

    /// <summary>Takes over a predecessor's index, where it has been built, with the records that changed.</summary>
    public static void KeepSearch(this Snapshot graph, Snapshot before, IEnumerable<string> entities, IEnumerable<string> statements)
    {
        if (before.Remembered<SearchIndex>(Key) is not { } index)
            return;
        (string[] ofEntities, string[] ofStatements) = ([.. entities], [.. statements]);
        var put = ofEntities.Select(graph.FindEntity).OfType<int>().Select(row => RecordOf(graph.Entities[row]))
            .Concat(ofStatements.Select(graph.FindStatement).OfType<int>().Select(row => RecordOf(graph, graph.Statements[row]))).ToList();
        var gone = ofEntities.Select(id => (false, id)).Concat(ofStatements.Select(id => (true, id)));
        graph.Remember(Key, _ => index.With(gone, put));
    }

    public static SearchRecord RecordOf(EntityRow entity) => new()
    {
        IsStatement = false,
        Id = entity.Id,
        Group = entity.Kind.Id,
        Texts = TextsOf(entity),
    };

    public static IReadOnlyList<(SearchField Field, string Text)> TextsOf(EntityRow entity) =>
        [(SearchField.Name, entity.Name), .. entity.Aliases.Select(alias => (SearchField.Aliases, alias)), (SearchField.Summary, Unescape(EscapedSummaryOf(entity)).ToString())];

    public static IReadOnlyList<(SearchField Field, string Text)> TextsOf(StatementRow statement)
    {
        var text = (SearchField.Text, Unescape(EscapedTextOf(statement)).ToString());
        return HasQualifier(statement) ? [text, (SearchField.Qualifier, Unescape(EscapedQualifierOf(statement)).ToString())] : [text];
    }

    /// <summary>The name as JSON has it between its quotation marks.</summary>
    public static ReadOnlySpan<byte> EscapedNameOf(EntityRow entity) => Escaped(entity.Reference, "\",\"name\":\""u8);

    /// <summary>The summary as JSON has it between its quotation marks.</summary>
    public static ReadOnlySpan<byte> EscapedSummaryOf(EntityRow entity) => Escaped(entity.Common, "],\"summary\":\""u8);

    /// <summary>The text as JSON has it between its quotation marks.</summary>
    public static ReadOnlySpan<byte> EscapedTextOf(StatementRow statement) => Escaped(statement.Core, "\"text\":\""u8);

    /// <summary>The qualifier of a statement that has one, as JSON has it between its quotation marks.</summary>
    public static ReadOnlySpan<byte> EscapedQualifierOf(StatementRow statement) => Escaped(statement.Core, Qualifier);

    /// <summary>Whether it has more than its text.</summary>
    public static bool HasQualifier(StatementRow statement) => statement.Core.AsSpan().IndexOf(Qualifier) >= 0;

    /// <summary>What is meant by a text as JSON has it; good until the next on this thread.</summary>
    public static ReadOnlySpan<char> Unescape(ReadOnlySpan<byte> text) => (_unescaping ??= new Unescaping()).Of(text);

    public static SearchRecord RecordOf(Snapshot graph, StatementRow statement) => new()
    {
        IsStatement = true,
        Id = statement.Id,
        Group = Fragments.Word(statement.Strength.Standing),
        Place = PlaceOf(graph, statement),
        Texts = TextsOf(statement),
    };

    private static SearchPlace PlaceOf(Snapshot graph, StatementRow statement)
    {
        var places = graph.Remember("search places", _ => new Dictionary<int, SearchPlace>());
        lock (places)
        {
            if (statement.Passages.Length > 1)
                return MakePlace(graph, statement);
            if (!places.TryGetValue(statement.Passages[0], out var place))
                places.Add(statement.Passages[0], place = MakePlace(graph, statement));
            return place;
        }
    }

    private static SearchPlace MakePlace(Snapshot graph, StatementRow statement)
    {
        var document = graph.Documents[statement.Document].Document;
        var sections = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var passage in statement.Passages)
        {
            for (var section = graph.Passages[passage].Passage.Section; section is not null; section = document.Sections.Find(above => above.Id == section)?.Parent)
                sections.Add($"{document.Id}/{section}");
        }
        return new SearchPlace(document.Id, [.. sections]);
    }

    /// <summary>The text, escaped, that follows an opening among members. Raw quotation marks end a text, so that no text has an opening in it.</summary>
    private static ReadOnlySpan<byte> Escaped(ReadOnlySpan<byte> members, ReadOnlySpan<byte> opening)
    {
        var text = members[(members.IndexOf(opening) + opening.Length)..];
        var end = text.IndexOfAny((byte)'"', (byte)'\\');
        while (text[end] != '"')
            end += 2 + text[(end + 2)..].IndexOfAny((byte)'"', (byte)'\\');
        return text[..end];
    }
}
