namespace AllianceApi.Graph;

/// <summary>
/// The relations of each entity in groups, without sorting: facts that are numbered by id, taken predicate by predicate, first from the subject's end,
/// come in the order that the groups have.
/// </summary>
internal sealed class RelationLists
{
    private readonly FactRow[] _facts;
    private readonly RowLists _lists;

    public RelationLists(int entities, FactRow[] facts, Schema schema)
    {
        _facts = facts;
        var ranks = schema.Predicates.Select((predicate, rank) => (predicate, rank)).ToDictionary(pair => pair.predicate, pair => pair.rank);
        var byPredicate = new RowLists(ranks.Count, add =>
        {
            for (var row = 0; row < facts.Length; row++)
            {
                if (facts[row].Predicate is { } predicate)
                    add(ranks[predicate], row);
            }
        });
        _lists = new RowLists(entities, add =>
        {
            for (var rank = 0; rank < ranks.Count; rank++)
                Add(byPredicate[rank], schema.Predicates[rank].Predicate.Symmetric, add);
        });
    }

    public (int[] Relations, Group[] Groups) Of(int entity)
    {
        var rows = _lists[entity];
        if (rows.IsEmpty)
            return ([], []);
        var groups = new List<Group>();
        for (var start = 0; start < rows.Length;)
        {
            var (predicate, direction) = GroupOf(rows[start], entity);
            var end = start + 1;
            while (end < rows.Length && GroupOf(rows[end], entity) == (predicate, direction))
                end++;
            groups.Add(new Group(predicate, direction, start, end - start));
            start = end;
        }
        return (rows.ToArray(), [.. groups]);
    }

    private (PredicateRow, Shapes.GroupDirection) GroupOf(int row, int entity) => (_facts[row].Predicate!, Snapshot.DirectionOf(_facts[row], entity));

    private void Add(ReadOnlySpan<int> rows, bool symmetric, Action<int, int> add)
    {
        foreach (var row in rows)
        {
            add(_facts[row].Subject, row);
            if (symmetric)
                AddObject(row, add);
        }
        if (symmetric)
            return;
        foreach (var row in rows)
            AddObject(row, add);
    }

    /// <summary>What is related to itself stands in one group only.</summary>
    private void AddObject(int row, Action<int, int> add)
    {
        if (_facts[row].Object != _facts[row].Subject)
            add(_facts[row].Object, row);
    }
}
