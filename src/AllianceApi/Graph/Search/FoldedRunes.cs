using System.Text;

namespace AllianceApi.Graph.Search;

/// <summary>Folds single code points as <see cref="Fold.Words"/> folds texts, remembering what it found for the Basic Multilingual Plane.</summary>
internal static class FoldedRunes
{
    /// <summary>The letter or digit that an ASCII character comes to; a space where it parts words.</summary>
    public static readonly string Ascii = string.Concat(Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c) : ' '));

    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <summary>The letters and digits that a code point comes to: none for a mark, which belongs to the word it stands in.</summary>
    /// <param name="breaks">Whether a word ends here, behind these letters.</param>
    public static ReadOnlySpan<char> Of(Rune rune, out bool breaks)
    {
        // A break is remembered as a space, a letter with a break behind it as the letter and a space.
        var folded = rune.IsBmp ? Known[rune.Value] ??= Compute(rune) : Compute(rune);
        breaks = folded.Length > 0 && folded[^1] == ' ';
        return breaks ? folded.AsSpan(0, folded.Length - 1) : folded;
    }

    private static string Compute(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
            return " ";
        var letters = new StringBuilder();
        foreach (var part in Fold.Text(rune.ToString()).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(part))
                return letters.Append(' ').ToString();
            letters.Append(part.ToString());
        }
        return letters.ToString();
    }
}
