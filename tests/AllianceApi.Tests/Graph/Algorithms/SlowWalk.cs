using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Shapes;
using CsCheck;

namespace AllianceApi.Tests.Graph.Algorithms;

/// <summary>What a walk may follow, found by looking at every fact: slow, and obviously right.</summary>
internal static class SlowWalk
{
    public static readonly Gen<Func<Snapshot, Walk>> Walks =
        from direction in Gen.Enum<GroupDirection>()
        from denied in Gen.Bool
        from only in Gen.Frequency((2, Gen.Const(-1)), (1, Gen.Int[0, 2]))
        from stated in Gen.Frequency((2, Gen.Const(false)), (1, Gen.Const(true)))
        from actors in Gen.Frequency((2, Gen.Const(false)), (1, Gen.Const(true)))
        select (Func<Snapshot, Walk>)(graph => new Walk
        {
            Direction = direction,
            Denied = denied,
            Predicates = only < 0 ? null : [graph.Schema.Find(SmallGraphs.Predicates[only])!],
            Standings = stated ? [Standing.Stated] : null,
            Kinds = actors ? [AllianceApi.Kinds.Catalogue.Find("actor")!] : null,
        });

    public static Budget Plenty => new(int.MaxValue, TimeSpan.FromMinutes(1));

    /// <summary>The rows of the relations that lead from one entity to another, by id.</summary>
    public static int[] Between(Snapshot graph, Walk walk, int from, int to) => [.. From(graph, walk, from).Where(step => step.To == to).Select(step => step.Fact)];

    /// <summary>The relations that lead on from an entity, by id.</summary>
    public static IEnumerable<(int Fact, int To)> From(Snapshot graph, Walk walk, int from) => graph.Facts.Rows
        .Where(row => Passes(walk, graph.Facts[row]))
        .OrderBy(row => graph.IdOf(graph.Facts[row]), StringComparer.Ordinal)
        .SelectMany(row => Ends(walk, graph.Facts[row]).Where(ends => ends.From == from).Select(ends => (row, ends.To)));

    public static bool Passes(Walk walk, FactRow fact) =>
        fact.Predicate is { } predicate
        && (walk.Denied || !fact.Negated)
        && (walk.Predicates is null || walk.Predicates.Any(other => other.Id == predicate.Id))
        && (walk.Standings is null || walk.Standings.Contains(fact.Strength.Standing));

    private static IEnumerable<(int From, int To)> Ends(Walk walk, FactRow fact)
    {
        var either = fact.Predicate!.Predicate.Symmetric || walk.Direction == GroupDirection.Both;
        if (either || walk.Direction == GroupDirection.Out)
            yield return (fact.Subject, fact.Object);
        if ((either || walk.Direction == GroupDirection.In) && fact.Subject != fact.Object)
            yield return (fact.Object, fact.Subject);
    }
}
