namespace AllianceApi.Graph.Search;

/// <summary>
/// Keeps most words that come to none of some normal forms from being normalised, by their first two letters: these change in few words only.
/// </summary>
internal readonly struct Sieve
{
    private readonly ulong _beginnings;

    public Sieve(IEnumerable<string> forms)
    {
        foreach (var beginning in forms.SelectMany(Spelling.BeginningsOf))
            _beginnings |= BitOf(beginning) | BitOf(beginning.AsSpan(0, 1));
    }

    /// <summary>Whether a folded word, or one that begins with this single letter, may come to one of the forms.</summary>
    public bool LetsThrough(ReadOnlySpan<char> word) => (_beginnings & BitOf(word)) != 0;

    private static ulong BitOf(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : 1UL << (((word[0] * 29) + (word.Length > 1 ? word[1] * 11 : 0)) & 63);
}
