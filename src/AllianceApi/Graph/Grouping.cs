using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>Keeps the relations of an entity in groups: one a predicate and direction, by predicate, in each by id.</summary>
internal sealed class Grouping(Snapshot graph, int entity)
{
    private readonly IComparer<int> _byId = graph.FactsById;

    /// <summary>The entity with what its relations gain and lose.</summary>
    public EntityRow Of(EntityRow old, List<int> gained, HashSet<int> lost)
    {
        if (gained.Count == 0 && lost.Count == 0)
            return old;
        var relations = Merge.Of(old.Relations, gained, lost, Comparer<int>.Create(Compare));
        return old with { Relations = relations, Ends = Ends(relations, old), Groups = old.Groups.Length == 0 ? Bounds(relations) : Bounds(old, gained, lost) };
    }

    /// <summary>Of a hub few ends are new: the facts of the others are not looked at.</summary>
    private int[] Ends(int[] relations, EntityRow old)
    {
        var ends = new int[relations.Length];
        var from = 0;
        for (var to = 0; to < relations.Length; to++)
        {
            var known = from;
            while (known < old.Relations.Length && old.Relations[known] != relations[to] && !graph.Facts.Has(old.Relations[known]))
                known++;
            if (known < old.Relations.Length && old.Relations[known] == relations[to])
                (ends[to], from) = (old.Ends[known], known + 1);
            else
                ends[to] = EndOf(graph.Facts[relations[to]], entity);
        }
        return ends;
    }

    /// <summary>The entity at the other end of a relation; its complement where that is denied.</summary>
    public static int EndOf(FactRow relation, int entity) => relation.OtherEnd(entity) is var end && relation.Negated ? ~end : end;

    private Group[] Bounds(int[] relations)
    {
        var groups = new List<Group>();
        for (var start = 0; start < relations.Length;)
        {
            var (predicate, direction) = SideOf(relations[start]);
            var end = start + 1;
            while (end < relations.Length && SideOf(relations[end]) == (predicate, direction))
                end++;
            groups.Add(new Group(predicate, direction, start, end - start));
            start = end;
        }
        return [.. groups];
    }

    /// <summary>The groups as they were, by how many each has gained and lost.</summary>
    private Group[] Bounds(EntityRow old, List<int> gained, HashSet<int> lost)
    {
        var counts = old.Groups.Select(group => (group.Predicate, group.Direction, group.Count)).ToList();
        foreach (var at in lost.Select(row => Array.IndexOf(old.Relations, row)).Where(at => at >= 0))
            Add(Array.FindLastIndex(old.Groups, group => group.Start <= at), -1);
        foreach (var side in gained.Select(SideOf))
        {
            var at = counts.FindIndex(group => Compare((group.Predicate, group.Direction), side) >= 0);
            if (at < 0 || (counts[at].Predicate, counts[at].Direction) != side)
                counts.Insert(at < 0 ? at = counts.Count : at, (side.Predicate, side.Direction, 0));
            Add(at, 1);
        }
        var start = 0;
        return [.. counts.Where(group => group.Count > 0).Select(group => new Group(group.Predicate, group.Direction, (start += group.Count) - group.Count, group.Count))];

        void Add(int at, int count) => counts[at] = counts[at] with { Count = counts[at].Count + count };
    }

    private int Compare(int x, int y) => Compare(SideOf(x), SideOf(y)) is var difference and not 0 ? difference : _byId.Compare(x, y);

    private static int Compare((PredicateRow Predicate, GroupDirection Direction) left, (PredicateRow Predicate, GroupDirection Direction) right) =>
        left.Predicate == right.Predicate ? left.Direction.CompareTo(right.Direction) : string.CompareOrdinal(left.Predicate.Id, right.Predicate.Id);

    private (PredicateRow Predicate, GroupDirection Direction) SideOf(int relation)
    {
        var fact = graph.Facts[relation];
        return (fact.Predicate!, Snapshot.DirectionOf(fact, entity));
    }
}
