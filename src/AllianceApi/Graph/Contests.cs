using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>
/// Finds the facts that contradict each other. Only what is stated and asserted can, and only where the times may overlap:
/// opposite views are a debate and no contradiction.
/// </summary>
internal static class Contests
{
    public static void Mark(Snapshot graph)
    {
        var names = new Dictionary<int, SortedSet<string>>();
        for (var entity = 0; entity < graph.Entities.Length; entity++)
        {
            MarkAttributes(graph, entity);
            MarkRelations(graph, entity);
        }
        foreach (var fact in graph.Facts.Where(fact => fact.Contested))
        {
            Name(fact.Subject, fact.Name);
            if (fact.Predicate is { } predicate)
                Name(fact.Object, predicate.Predicate.InverseId ?? predicate.Id);
        }
        foreach (var (entity, contested) in names)
            graph.Entities[entity].Contested = [.. contested];

        void Name(int entity, string name)
        {
            if (!names.TryGetValue(entity, out var contested))
                names.Add(entity, contested = new SortedSet<string>(StringComparer.Ordinal));
            contested.Add(name);
        }
    }

    private static void MarkAttributes(Snapshot graph, int entity)
    {
        var row = graph.Entities[entity];
        var dates = row.Attributes.Select(fact => graph.Facts[fact])
            .Where(fact => fact.IsPlain && row.Kind.Attribute(fact.Name) is { Several: false, Type: FieldType.Date });
        foreach (var values in dates.GroupBy(fact => fact.Name))
            MarkPairs([.. values], (left, right) => Dates.Contest(left.Literal!.Value, right.Literal!.Value));
    }

    private static void MarkRelations(Snapshot graph, int entity)
    {
        // Seen from this entity as the subject; a symmetric relation is seen from both of its ends.
        var relations = graph.Entities[entity].Relations.Select(row => graph.Facts[row])
            .Where(fact => fact.Strength == Strength.Strongest && (fact.Subject == entity || fact.Predicate!.Predicate.Symmetric))
            .ToList();
        foreach (var facts in relations.GroupBy(fact => fact.OtherEnd(entity)))
            MarkPairs([.. facts], Contradict);
        foreach (var facts in relations.Where(fact => !fact.Negated && fact.Predicate!.Predicate.SingleValued).GroupBy(fact => fact.Predicate))
            MarkPairs([.. facts], (left, right) => left.OtherEnd(entity) != right.OtherEnd(entity));
    }

    /// <summary>Between the same two ends: the same predicate affirmed and denied, or predicates that exclude one another.</summary>
    private static bool Contradict(FactRow left, FactRow right) =>
        left.Predicate == right.Predicate
            ? left.Negated != right.Negated
            : !left.Negated && !right.Negated
                && (left.Predicate!.Predicate.Excludes.Contains(right.Predicate!.Id) || right.Predicate.Predicate.Excludes.Contains(left.Predicate.Id));

    private static void MarkPairs(FactRow[] facts, Func<FactRow, FactRow, bool> contradict)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            for (var j = i + 1; j < facts.Length; j++)
            {
                if (Dates.MayOverlap(facts[i].Period, facts[j].Period) && contradict(facts[i], facts[j]))
                    facts[i].Contested = facts[j].Contested = true;
            }
        }
    }
}
