namespace AllianceApi.Graph;

/// <summary>Keeps the relations of an entity in groups: one a predicate and direction, by predicate, in each by id.</summary>
internal sealed class Grouping(Snapshot graph, int entity)
{
    private readonly IComparer<int> _byId = graph.FactsById;

    public (int[] Relations, Group[] Groups) Of(EntityRow old, List<int> gained, HashSet<int> lost)
    {
        if (gained.Count == 0 && lost.Count == 0)
            return (old.Relations, old.Groups);
        var relations = Merge.Of(old.Relations, gained, lost, Comparer<int>.Create(Compare));
        return (relations, Bounds(relations));
    }

    private Group[] Bounds(int[] relations)
    {
        var groups = new List<Group>();
        for (var start = 0; start < relations.Length;)
        {
            var first = graph.Facts[relations[start]];
            var (predicate, direction) = (first.Predicate!, Snapshot.DirectionOf(first, entity));
            var end = start + 1;
            while (end < relations.Length && graph.Facts[relations[end]] is var next && next.Predicate == predicate && Snapshot.DirectionOf(next, entity) == direction)
                end++;
            groups.Add(new Group(predicate, direction, start, end - start));
            start = end;
        }
        return [.. groups];
    }

    private int Compare(int x, int y)
    {
        var (left, right) = (graph.Facts[x], graph.Facts[y]);
        if (left.Predicate != right.Predicate)
            return string.CompareOrdinal(left.Predicate!.Id, right.Predicate!.Id);
        var direction = Snapshot.DirectionOf(left, entity).CompareTo(Snapshot.DirectionOf(right, entity));
        return direction != 0 ? direction : _byId.Compare(x, y);
    }
}
