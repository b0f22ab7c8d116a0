using System.Numerics;

namespace AllianceApi.Graph.Search;

/// <summary>Puts right the words of a question that nothing has: each becomes the nearest word that something has.</summary>
internal static class Misspelling
{
    private const int LongestWord = 40;

    /// <summary>The question put right; null where it needs no mending, or knows none.</summary>
    public static string? Mend(SearchIndex index, SearchQuery query)
    {
        var mended = query.Text;
        // From the end, so that places before it stay what they are.
        foreach (var word in query.Typed.OrderByDescending(word => word.Start))
        {
            if (index.CountOf(Spelling.Normalise(word.Form)) > 0)
                continue;
            if (Nearest(index, word.Form) is not { } right)
                return null;
            mended = string.Concat(mended.AsSpan(0, word.Start), right, mended.AsSpan(word.Start + word.Length));
        }
        return mended == query.Text ? null : mended;
    }

    /// <summary>Which of 32 classes of letters a word has, a bit each.</summary>
    public static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word)
            letters |= 1u << (c & 31);
        return letters;
    }

    /// <summary>
    /// The word that is nearest, by at most two letters put in, left out, changed or swapped (one in a short word): then one with the same
    /// first letter, then the more frequent.
    /// </summary>
    private static string? Nearest(SearchIndex index, string word)
    {
        var most = word.Length switch { < 3 => 0, < 5 => 1, > LongestWord => 0, _ => 2 };
        if (most == 0)
            return null;
        var letters = LettersOf(word);
        var best = (Distance: most + 1, OtherFirst: 1, Rarity: 0, Form: "");
        foreach (var segment in index.Segments.Select(live => live.Segment))
        {
            var (forms, lettersOf) = (segment.Forms, segment.Letters);
            for (var i = 0; i < forms.Length; i++)
            {
                // One change of a letter changes two bits at most.
                if (BitOperations.PopCount(lettersOf[i] ^ letters) > 2 * most || Math.Abs(forms[i].Length - word.Length) > most)
                    continue;
                var distance = Graph.Nearest.Distance(word, forms[i], most);
                if (distance > most || distance > best.Distance || index.CountOf(Spelling.Normalise(forms[i])) is var count && count == 0)
                    continue;
                var found = (distance, forms[i][0] == word[0] ? 0 : 1, -count, forms[i]);
                if (found.CompareTo(best) < 0)
                    best = found;
            }
        }
        return best.Form.Length == 0 ? null : best.Form;
    }
}
