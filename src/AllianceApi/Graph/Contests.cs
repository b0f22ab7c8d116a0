using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>
/// Finds the facts that contradict one. Only what is stated and asserted can, and only where the times may overlap:
/// opposite views are a debate and no contradiction.
/// </summary>
internal static class Contests
{
    /// <summary>The rows of the facts that contradict a fact.</summary>
    public static IEnumerable<int> Against(Snapshot graph, FactRow fact)
    {
        if (fact.Strength != Strength.Strongest)
            return [];
        return Rivals(graph, fact).Where(row => graph.Facts[row] is var other
            && other.Strength == Strength.Strongest
            && Dates.MayOverlap(fact.Period, other.Period)
            && Contradict(graph, fact, other));
    }

    /// <summary>The rows of the facts whose mark may change with a fact: those between its ends, and those of its subject under a single-valued name.</summary>
    public static IEnumerable<int> Rivals(Snapshot graph, FactRow fact)
    {
        if (fact.Literal is { } literal)
            return graph.Entities[fact.Subject].Attributes.Where(row => graph.Facts[row].Name == literal.Name);
        var (fewer, other) = graph.Entities[fact.Subject].Relations.Length <= graph.Entities[fact.Object].Relations.Length
            ? (fact.Subject, fact.Object)
            : (fact.Object, fact.Subject);
        var end = graph.Entities[fewer];
        // What excludes nothing can be contradicted by its own denial only.
        var relations = graph.Schema.Excludes(fact.Predicate!)
            ? end.Relations
            : end.Groups.Where(group => group.Predicate == fact.Predicate).SelectMany(group => end.Relations[group.Start..(group.Start + group.Count)]);
        var between = relations.Where(row => graph.Facts[row].OtherEnd(fewer) == other);
        return fact.Predicate!.Predicate.SingleValued ? between.Concat(SameName(graph, fact)) : between;
    }

    /// <summary>The names on which facts of an entity contradict each other, as they read from it.</summary>
    public static IReadOnlyList<string> NamesOf(Func<int, FactRow> fact, int row, EntityRow entity)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var contested in entity.Relations.Concat(entity.Attributes).Select(fact).Where(fact => fact.Contested))
        {
            if (contested.Subject == row)
                names.Add(contested.Name);
            if (contested.Object == row)
                names.Add(contested.Predicate!.Predicate.InverseId ?? contested.Name);
        }
        return [.. names];
    }

    private static IEnumerable<int> SameName(Snapshot graph, FactRow fact)
    {
        int[] ends = fact.Predicate!.Predicate.Symmetric ? [fact.Subject, fact.Object] : [fact.Subject];
        return ends.SelectMany(end => graph.Entities[end].Groups
            .Where(group => group.Predicate == fact.Predicate && group.Direction != GroupDirection.In)
            .SelectMany(group => Snapshot.RelationsIn(graph.Entities[end], group).ToArray()));
    }

    private static bool Contradict(Snapshot graph, FactRow fact, FactRow other)
    {
        if (fact.Literal is { } literal)
        {
            return other.Literal!.Name == literal.Name && other.Literal.Value != literal.Value
                && graph.Entities[fact.Subject].Kind.Attribute(literal.Name) is { Several: false, Type: FieldType.Date }
                && Dates.Contest(literal.Value, other.Literal.Value);
        }
        var (predicate, another) = (fact.Predicate!.Predicate, other.Predicate!.Predicate);
        var sameEnds = SameEnds(fact, other, predicate.Symmetric || another.Symmetric);
        if (predicate == another)
            return sameEnds ? fact.Negated != other.Negated : predicate.SingleValued && (predicate.Symmetric || fact.Subject == other.Subject) && !fact.Negated && !other.Negated;
        return sameEnds && !fact.Negated && !other.Negated && (predicate.Excludes.Contains(another.Id) || another.Excludes.Contains(predicate.Id));
    }

    private static bool SameEnds(FactRow left, FactRow right, bool eitherWay) =>
        (left.Subject == right.Subject && left.Object == right.Object)
        || (eitherWay && left.Subject == right.Object && left.Object == right.Subject);
}
