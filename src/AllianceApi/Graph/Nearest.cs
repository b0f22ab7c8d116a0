namespace AllianceApi.Graph;

/// <summary>The known words nearest to a misspelt one.</summary>
internal static class Nearest
{
    private const int Most = 3;
    private const int LongestWord = 100;

    /// <summary>At most three candidates, the nearest first: those a third of the word's length away or less, or that contain it.</summary>
    public static IReadOnlyList<string> To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
            return [];
        var limit = Math.Max(2, word.Length / 3);
        return [.. candidates
            .Where(candidate => candidate.Length <= LongestWord)
            .Select(candidate => (candidate, distance: Away(word, candidate, limit)))
            .Where(found => found.distance <= limit)
            .OrderBy(found => found.distance).ThenBy(found => found.candidate, StringComparer.Ordinal)
            .Take(Most)
            .Select(found => found.candidate)];
    }

    /// <summary>The question to append to a message: <c> Did you mean 'x' or 'y'?</c>, or nothing.</summary>
    public static string Question(IReadOnlyList<string> nearest) =>
        nearest.Count == 0 ? "" : $" Did you mean {string.Join(" or ", nearest.Select(word => $"'{word}'"))}?";

    /// <summary>What contains the word, whatever the case, is one away; the word itself not at all.</summary>
    private static int Away(string word, string candidate, int limit) => candidate.Contains(word, StringComparison.OrdinalIgnoreCase)
        ? candidate.Length == word.Length ? 0 : 1
        : Distance(word, candidate, limit);

    /// <summary>Optimal string alignment distance, given up beyond <paramref name="limit"/>.</summary>
    public static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > limit)
                return limit + 1;
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[b.Length];
    }
}
