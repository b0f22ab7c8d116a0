using System.Collections.Frozen;

namespace AllianceApi.Graph.Search;

/// <summary>
/// Brings a folded word to the form in which it is compared: singular, and spelt as in America. The form need not be a word ("advise" gives
/// "advize"): it is never shown, and all that counts is that words which mean the same come to one form and others do not.
/// </summary>
internal static class Spelling
{
    private const int ShortestWord = 4;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Irregular =
        SpellingRules.Irregular.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AsTheyAre =
        SpellingRules.AsTheyAre.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ILookup<string, string> WordsOf = SpellingRules.Irregular.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    private static readonly (string End, string By, int Least)[]?[] Plurals = ByLast(SpellingRules.Plurals);

    private static readonly (string End, string By, int Least)[]?[] Endings = ByLast(SpellingRules.Endings);

    public static string Normalise(string word) => Changed(word) ?? word;

    public static string Normalise(ReadOnlySpan<char> word) => Changed(word) ?? word.ToString();

    /// <summary>How words begin, in their first two letters at least, that come to a normal form: endings leave these alone.</summary>
    public static IEnumerable<string> BeginningsOf(string form) => WordsOf[form]
        .Concat(SpellingRules.Beginnings.Where(rule => form.StartsWith(rule.By, StringComparison.Ordinal)).Select(rule => rule.Beginning))
        .Append(form);

    /// <summary>The normal form; null where it is the word itself.</summary>
    private static string? Changed(ReadOnlySpan<char> word)
    {
        // F-35s are F-35, but the 1950s are not 1950.
        if (word is [>= 'a' and <= 'z', .., >= '0' and <= '9', 's'])
            return word[..^1].ToString();
        if (word.Length < ShortestWord || word.ContainsAnyExceptInRange('a', 'z') || AsTheyAre.Contains(word))
            return null;
        if (Irregular.TryGetValue(word, out var irregular))
            return irregular;
        var singular = Replaced(Plurals, word);
        if (singular is not null && Irregular.TryGetValue(singular, out irregular))
            return irregular;
        var ended = Replaced(Endings, singular ?? word) ?? singular;
        return Begun(ended ?? word) ?? ended;
    }

    /// <summary>With its ending as the first rule has it that fits; null where none does.</summary>
    private static string? Replaced((string End, string By, int Least)[]?[] rules, ReadOnlySpan<char> word)
    {
        if (word[^1] is < 'a' or > 'z' || rules[word[^1] - 'a'] is not { } candidates)
            return null;
        foreach (var (end, by, least) in candidates)
        {
            if (word.Length >= least && word.EndsWith(end, StringComparison.Ordinal))
                return string.Concat(word[..^end.Length], by);
        }
        return null;
    }

    private static string? Begun(ReadOnlySpan<char> word)
    {
        foreach (var (beginning, by) in SpellingRules.Beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
                return string.Concat(by, word[beginning.Length..]);
        }
        return null;
    }

    private static (string End, string By, int Least)[]?[] ByLast((string End, string By, int Least)[] rules)
    {
        var byLast = new (string End, string By, int Least)[]?['z' - 'a' + 1];
        foreach (var group in rules.GroupBy(rule => rule.End[^1]))
            byLast[group.Key - 'a'] = [.. group];
        return byLast;
    }
}
