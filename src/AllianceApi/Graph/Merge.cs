namespace AllianceApi.Graph;

/// <summary>Sorted rows with some gained and some lost.</summary>
internal static class Merge
{
    /// <summary>So many rows are found one by one.</summary>
    private const int Few = 8;

    public static int[] Of(int[] sorted, List<int>? gained, IReadOnlyCollection<int>? lost, IComparer<int> order)
    {
        var kept = lost is { Count: > 0 } ? Without(sorted, lost) : sorted;
        // What came and went in the same change never was.
        gained?.RemoveAll(row => lost?.Contains(row) == true);
        if (gained is not { Count: > 0 })
            return kept;
        gained.Sort(order);
        if (kept.Length == 0)
            return [.. gained];
        var merged = new int[kept.Length + gained.Count];
        var from = 0;
        for (var next = 0; next < gained.Count; next++)
        {
            var at = Array.BinarySearch(kept, from, kept.Length - from, gained[next], order) is var found && found < 0 ? ~found : found;
            kept.AsSpan(from, at - from).CopyTo(merged.AsSpan(from + next));
            merged[at + next] = gained[next];
            from = at;
        }
        kept.AsSpan(from).CopyTo(merged.AsSpan(from + gained.Count));
        return merged;
    }

    private static int[] Without(int[] sorted, IReadOnlyCollection<int> lost)
    {
        if (lost.Count > Few)
            return Array.FindAll(sorted, row => !lost.Contains(row));
        foreach (var row in lost)
        {
            if (Array.IndexOf(sorted, row) is var at and >= 0)
                sorted = [.. sorted.AsSpan(0, at), .. sorted.AsSpan(at + 1)];
        }
        return sorted;
    }
}
