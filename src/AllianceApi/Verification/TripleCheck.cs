using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Patterns;
using AllianceApi.Shapes;

namespace AllianceApi.Verification;

/// <summary>What the graph says to a triple.</summary>
/// <param name="Side">The facts of the stronger side; of both where neither is stronger.</param>
/// <param name="Instead">What excludes it; null where nothing does.</param>
internal sealed record TripleFinding(Verdict Verdict, IReadOnlyList<FactRow> Side, IReadOnlyList<FactRow> Affirms, IReadOnlyList<FactRow> Denies, FactRow? Instead);

/// <summary>Weighs what affirms a triple against what denies or excludes it.</summary>
internal sealed class TripleCheck(Snapshot graph, Budget budget)
{
    public TripleFinding Of(TripleClaim claim)
    {
        if (claim.Fact is not { } key)
            return new TripleFinding(Verdict.Unknown, [], [], [], null);
        var facts = Facts(key).Select(row => graph.Facts[row]).OrderBy(fact => fact.Strength.Rank).ThenBy(graph.IdOf, StringComparer.Ordinal).ToList();
        List<FactRow> affirms = [.. facts.Where(fact => !fact.Negated)], denies = [.. facts.Where(fact => fact.Negated)];
        var instead = Excluding(key, affirms);
        return Weigh(affirms, denies, instead);
    }

    private static TripleFinding Weigh(List<FactRow> affirms, List<FactRow> denies, FactRow? instead)
    {
        var (yes, no) = (Strongest(affirms), Strongest(denies));
        List<FactRow> against = instead is null ? no : no is [{ Strength.Rank: 0 }, ..] ? [.. no, instead.Value] : [instead.Value];
        var (forRank, againstRank) = (RankOf(yes), RankOf(against));
        var verdict = yes.Count + against.Count == 0 ? Verdict.Unknown
            : forRank < againstRank ? Verdict.Affirmed
            : forRank == againstRank ? Verdict.Contested
            : against.Exists(fact => fact.Negated) ? Verdict.Denied
            : Verdict.Contradicted;
        List<FactRow> side = verdict switch
        {
            Verdict.Affirmed => yes,
            Verdict.Contested => [.. yes, .. against],
            _ => against,
        };
        return new TripleFinding(verdict, side, affirms, denies, instead);
    }

    private static List<FactRow> Strongest(List<FactRow> strongestFirst) => [.. strongestFirst.TakeWhile(fact => fact.Strength == strongestFirst[0].Strength)];

    private static int RankOf(List<FactRow> side) => side.Count == 0 ? int.MaxValue : side[0].Strength.Rank;

    /// <summary>The facts that say or deny it, whatever their time.</summary>
    private IEnumerable<int> Facts(FactKey key) => key.Literal is { } literal
        ? graph.Entities[key.Subject].Attributes.Where(row => graph.Facts[row].Literal is { } known && known.Name == literal.Name && Affirms(literal, known.Value))
        : Between(key.Subject, key.Object, key.Predicate!);

    /// <summary>A wider date says less than the known one, so that it holds as well; a narrower one says more.</summary>
    private static bool Affirms(Literal claim, string known) =>
        claim.Value == known || (LiteralNames.IsDate(claim.Name) && Dates.Of(claim.Value).Covers(Dates.Of(known)));

    private List<int> Between(int subject, int target, PredicateRow predicate)
    {
        var fromSubject = graph.Entities[subject].Relations.Length <= graph.Entities[target].Relations.Length;
        var (near, far) = fromSubject ? (graph.Entities[subject], target) : (graph.Entities[target], subject);
        var direction = predicate.Predicate.Symmetric ? GroupDirection.Both : fromSubject ? GroupDirection.Out : GroupDirection.In;
        var found = new List<int>();
        foreach (var group in near.Groups.Where(group => group.Predicate == predicate && group.Direction == direction))
        {
            if (!budget.Take(group.Count))
                break;
            for (var i = group.Start; i < group.Start + group.Count; i++)
            {
                if (near.Ends[i] == far || near.Ends[i] == ~far)
                    found.Add(near.Relations[i]);
            }
        }
        return found;
    }

    /// <summary>A fact, stated and asserted, that cannot hold beside the claim at any time at which this is said to hold; the first by id.</summary>
    private FactRow? Excluding(FactKey key, List<FactRow> affirms)
    {
        var times = affirms.Count == 0 ? [null] : Strongest(affirms).Select(fact => fact.Period).Distinct();
        return times.SelectMany(time => Rivals(FactRow.Of(key with { Period = time }) with { Strength = Strength.Strongest }))
            .Where(row => !graph.Facts[row].Negated).Select(row => (FactRow?)graph.Facts[row]).MinBy(fact => graph.IdOf(fact!.Value), StringComparer.Ordinal);
    }

    private IEnumerable<int> Rivals(FactRow claim)
    {
        var ends = claim.IsAttribute ? graph.Entities[claim.Subject].Attributes.Length : graph.Entities[claim.Subject].Relations.Length;
        return budget.Take(ends) ? Contests.Against(graph, claim) : [];
    }
}
