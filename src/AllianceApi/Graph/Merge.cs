namespace AllianceApi.Graph;

/// <summary>Sorted rows with some gained and some lost.</summary>
internal static class Merge
{
    public static int[] Of(int[] sorted, List<int>? gained, IReadOnlyCollection<int>? lost, IComparer<int> order)
    {
        var kept = lost is { Count: > 0 } ? Array.FindAll(sorted, row => !lost.Contains(row)) : sorted;
        // What came and went in the same change never was.
        gained?.RemoveAll(row => lost?.Contains(row) == true);
        if (gained is not { Count: > 0 })
            return kept;
        gained.Sort(order);
        if (kept.Length == 0)
            return [.. gained];
        var merged = new int[kept.Length + gained.Count];
        var (from, next) = (0, 0);
        for (var to = 0; to < merged.Length; to++)
        {
            var takeGained = next < gained.Count && (from == kept.Length || order.Compare(gained[next], kept[from]) < 0);
            merged[to] = takeGained ? gained[next++] : kept[from++];
        }
        return merged;
    }
}
