using System.Buffers;
using System.Text;

namespace AllianceApi.Graph.Search;

/// <summary>An entity that may be meant by what was typed so far.</summary>
internal readonly record struct Completed(string Id, NameTier Tier, int Mentions, string Name);

/// <summary>
/// Completes names: first those that are what was typed, then names that begin so, aliases that do, and names or aliases with a word that does;
/// in each those that more statements mention first, then by name and id.
/// </summary>
internal sealed class Completion(SearchIndex index, Func<string, (int Mentions, string Name)> entityOf)
{
    private static readonly IComparer<Completed> Order = Comparer<Completed>.Create((left, right) =>
        right.Mentions.CompareTo(left.Mentions) is var byMentions and not 0 ? byMentions
        : string.CompareOrdinal(left.Name, right.Name) is var byName and not 0 ? byName
        : string.CompareOrdinal(left.Id, right.Id));

    /// <param name="kinds">The kinds to show; null for all.</param>
    public IReadOnlyList<Completed> Of(string typed, int limit, IReadOnlyCollection<string>? kinds)
    {
        var wanted = Encoding.UTF8.GetBytes(NameTable.Fold(typed));
        if (wanted.Length == 0)
            return [];
        List<string>[] byTier = [.. Enum.GetValues<NameTier>().Select(_ => new List<string>())];
        foreach (var live in index.Segments)
            Find(live, wanted, kinds, byTier);

        var all = new List<Completed>(limit);
        for (var tier = NameTier.ExactName; tier <= NameTier.Word && all.Count < limit; tier++)
            all.AddRange(Best(byTier[(int)tier], tier, limit - all.Count));
        return all;
    }

    private static void Find(LiveSegment live, byte[] wanted, IReadOnlyCollection<string>? kinds, List<string>[] byTier)
    {
        var segment = live.Segment;
        var groups = kinds is null ? null : segment.GroupNames.Select(kinds.Contains).ToArray();
        // An entity counts once, by the best of its names: its byte is one more than the tier, 0 where it was not found.
        var best = ArrayPool<byte>.Shared.Rent(segment.Entities);
        best.AsSpan(0, segment.Entities).Clear();
        var found = new List<int>();
        foreach (var (entity, tier) in segment.Names.Beginning(wanted))
        {
            if (best[entity] == 0)
                found.Add(entity);
            if (best[entity] == 0 || (byte)tier < best[entity] - 1)
                best[entity] = (byte)(tier + 1);
        }
        foreach (var entity in found)
        {
            if (!live.IsDeleted(entity) && (groups is null || groups[segment.Groups[entity]]))
                byTier[best[entity] - 1].Add(segment.Ids[entity]);
        }
        ArrayPool<byte>.Shared.Return(best);
    }

    private SortedSet<Completed> Best(List<string> ids, NameTier tier, int limit)
    {
        var best = new SortedSet<Completed>(Order);
        foreach (var id in ids)
        {
            var (mentions, name) = entityOf(id);
            if (best.Count == limit && best.Max.Mentions > mentions)
                continue;
            best.Add(new Completed(id, tier, mentions, name));
            if (best.Count > limit)
                best.Remove(best.Max);
        }
        return best;
    }
}
