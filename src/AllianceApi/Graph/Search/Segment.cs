namespace AllianceApi.Graph.Search;

/// <summary>
/// Some records and their words, immutable: entities before statements, in each by id, so that of equal scores the lesser number comes first.
/// </summary>
internal sealed class Segment
{
    private uint[]? _letters;

    public required string[] Ids { get; init; }

    /// <summary>How many of the records are entities; they come first.</summary>
    public required int Entities { get; init; }

    /// <summary>The kind or standing of each record, a number in <see cref="GroupNames"/>.</summary>
    public required byte[] Groups { get; init; }

    public required string[] GroupNames { get; init; }

    /// <summary>The place of each statement, a number in <see cref="Places"/>.</summary>
    public required int[] PlaceOf { get; init; }

    public required SearchPlace[] Places { get; init; }

    /// <summary>The normalised words, in order, and the list of each.</summary>
    public required string[] Terms { get; init; }

    public required int[] TermLists { get; init; }

    /// <summary>The words as written, folded, in order, and the list of each.</summary>
    public required string[] Forms { get; init; }

    public required int[] FormLists { get; init; }

    public required PostingLists Lists { get; init; }

    public required WordOrder Order { get; init; }

    public required NameTable Names { get; init; }

    /// <summary>What it was made of, kept where it is small, so that it can be made into a larger one.</summary>
    public IReadOnlyList<SearchRecord>? Records { get; init; }

    public int Count => Ids.Length;

    public bool IsStatement(int record) => record >= Entities;

    /// <summary>The list of a normalised word; -1 where it has none.</summary>
    public int ListOf(string term) => Array.BinarySearch(Terms, term, StringComparer.Ordinal) is var at and >= 0 ? TermLists[at] : -1;

    /// <summary>The forms that begin so: from the first up to the second.</summary>
    public (int From, int To) Beginning(string prefix)
    {
        var from = FirstNotBefore(prefix);
        var (low, high) = (from, Forms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Forms[middle].StartsWith(prefix, StringComparison.Ordinal))
                low = middle + 1;
            else
                high = middle;
        }
        return (from, low);
    }

    /// <summary>The number of a record; -1 where it is not here.</summary>
    public int Find(bool isStatement, string id)
    {
        var (from, count) = isStatement ? (Entities, Count - Entities) : (0, Entities);
        return Math.Max(-1, Array.BinarySearch(Ids, from, count, id, StringComparer.Ordinal));
    }

    /// <summary>Which letters each form has, a bit each: what differs in many is no misspelling of it.</summary>
    public uint[] Letters => _letters ??= [.. Forms.Select(form => Misspelling.LettersOf(form))];

    private int FirstNotBefore(string prefix)
    {
        var (low, high) = (0, Forms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Forms[middle], prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
