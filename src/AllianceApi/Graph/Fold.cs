using System.Globalization;
using System.Text;

namespace AllianceApi.Graph;

/// <summary>Texts made comparable: case, accents and spacing do not matter, and the result is the same on every machine.</summary>
internal static class Fold
{
    /// <summary>Decomposed (NFD), marks dropped, lower case, white space collapsed.</summary>
    public static string Text(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Safe(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>The folded words of a text, each behind a space, so that <c>" dete"</c> is found where a word begins so.</summary>
    public static string Words(params IEnumerable<string> texts)
    {
        var words = new StringBuilder();
        foreach (var text in texts)
        {
            words.Append(' ');
            foreach (var rune in Text(text).EnumerateRunes())
            {
                if (Rune.IsLetterOrDigit(rune))
                    words.Append(rune.ToString());
                else if (words[^1] != ' ')
                    words.Append(' ');
            }
        }
        return words.ToString();
    }

    /// <summary>Lone surrogates and U+FFFE cannot be normalised: they become U+FFFD.</summary>
    private static string Safe(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');
}
