namespace AllianceApi.Graph.Search;

/// <summary>Remembers the normal forms of some thousand words that came up lately: a word takes the place of another of the same hash.</summary>
internal static class NormalForms
{
    private const int Places = 1 << 13;

    private const int LongestKept = 40;

    private static readonly Entry?[] Known = new Entry?[Places];

    public static string Of(ReadOnlySpan<char> word)
    {
        ref var place = ref Known[PlaceOf(word)];
        if (place is { } known && word.SequenceEqual(known.Word))
            return known.Normal;
        var letters = word.ToString();
        var entry = new Entry(letters, Spelling.Normalise(letters));
        if (word.Length <= LongestKept)
            place = entry;
        return entry.Normal;
    }

    private static int PlaceOf(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var letter in word)
            hash = (hash * 31) + letter;
        return (int)((hash * 2_654_435_769) >> 19);
    }

    private sealed record Entry(string Word, string Normal);
}
