namespace AllianceApi.Graph;

/// <summary>Puts the relations of an entity into groups: one a predicate and direction, by predicate, in each by id.</summary>
internal static class Grouping
{
    public static (int[] Relations, Group[] Groups) Of(Snapshot graph, int entity, IEnumerable<int> relations, IComparer<int> byId)
    {
        int[] sorted = [.. relations];
        Array.Sort(sorted, Comparer<int>.Create((x, y) =>
        {
            var (left, right) = (graph.Facts[x], graph.Facts[y]);
            if (left.Predicate != right.Predicate)
                return string.CompareOrdinal(left.Predicate!.Id, right.Predicate!.Id);
            var direction = Snapshot.DirectionOf(left, entity).CompareTo(Snapshot.DirectionOf(right, entity));
            return direction != 0 ? direction : byId.Compare(x, y);
        }));

        var groups = new List<Group>();
        for (var start = 0; start < sorted.Length;)
        {
            var (predicate, direction) = (graph.Facts[sorted[start]].Predicate!, Snapshot.DirectionOf(graph.Facts[sorted[start]], entity));
            var end = start + 1;
            while (end < sorted.Length && graph.Facts[sorted[end]] is var next && next.Predicate == predicate && Snapshot.DirectionOf(next, entity) == direction)
                end++;
            groups.Add(new Group(predicate, direction, start, end - start));
            start = end;
        }
        return (sorted, [.. groups]);
    }
}
