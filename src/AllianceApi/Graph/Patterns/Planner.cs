namespace AllianceApi.Graph.Patterns;

/// <summary>A term in a plan.</summary>
/// <param name="Number">The number of the term.</param>
/// <param name="By">What it is looked up by: <c>subject</c>, <c>object</c>, <c>both</c>, or <c>all</c> where neither end is known.</param>
/// <param name="Estimate">How many candidates each row before it is expected to have.</param>
internal readonly record struct PlanStep(int Number, string By, double Estimate);

/// <summary>Orders terms by selectivity: first that with the fewest candidates, then always the one that is joined to those before with the fewest; as written where equal.</summary>
internal static class Planner
{
    /// <summary>How many times a chain is expected to lead further than one relation.</summary>
    private const double ChainFactor = 4;

    /// <summary>The share of literals that a comparison is expected to keep.</summary>
    private const double Kept = 1 / 3d;

    public static IReadOnlyList<PlanStep> Plan(Snapshot graph, Pattern pattern)
    {
        var left = Enumerable.Range(0, pattern.Where.Count).ToList();
        var plan = new List<PlanStep>();
        var bound = new HashSet<int>();
        while (left.Count > 0)
        {
            var joined = left.Where(number => IsJoined(pattern.Where[number], bound)).ToList();
            Take((joined.Count > 0 ? joined : left).Select(number => StepOf(graph, pattern.Where[number], number, bound)).MinBy(step => (step.Estimate, step.Number)));
        }
        for (var i = 0; i < pattern.Optional.Count; i++)
            Take(StepOf(graph, pattern.Optional[i], pattern.Where.Count + i, bound));
        return plan;

        void Take(PlanStep step)
        {
            plan.Add(step);
            left.Remove(step.Number);
            bound.UnionWith(pattern.TermAt(step.Number).Variables);
        }
    }

    /// <summary>The plan of an order that was decided before.</summary>
    public static IReadOnlyList<PlanStep> Plan(Snapshot graph, Pattern pattern, IReadOnlyList<int> order)
    {
        var plan = new List<PlanStep>();
        var bound = new HashSet<int>();
        foreach (var number in order.Concat(Enumerable.Range(pattern.Where.Count, pattern.Optional.Count)))
        {
            plan.Add(StepOf(graph, pattern.TermAt(number), number, bound));
            bound.UnionWith(pattern.TermAt(number).Variables);
        }
        return plan;
    }

    private static bool IsJoined(Term term, HashSet<int> bound) => term.Variables.Count == 0 || term.Variables.Any(bound.Contains);

    private static PlanStep StepOf(Snapshot graph, Term term, int number, HashSet<int> bound)
    {
        var subject = term.Subject.Entity >= 0 || bound.Contains(term.Subject.Variable);
        var target = term.Object.Entity >= 0 || term.Object.Test?.OneOf is not null || bound.Contains(term.Object.Variable);
        var by = (subject, target) switch { (true, true) => "both", (true, false) => "subject", (false, true) => "object", _ => "all" };
        return new PlanStep(number, by, Math.Round(Estimate(graph, term, subject, target), 2));
    }

    private static double Estimate(Snapshot graph, Term term, bool subject, bool target)
    {
        if (term.Name.Type == NameType.Member)
            return OfMember(graph, term, subject, target);
        if (term.Name.Type == NameType.Any)
            return OfAny(graph, term, subject, target);
        var known = PatternIndex.Count(graph, term.Name.Id);
        double count = known.Facts;
        if (subject)
            count = term.Subject.Entity >= 0 && !target && term.Name.Predicate is { } own ? CountAt(graph, term.Subject.Entity, own, asSubject: true) : count / Math.Max(1, known.Subjects);
        if (target)
            count = term.Object.Entity >= 0 && !subject && term.Name.Predicate is { } own ? CountAt(graph, term.Object.Entity, own, asSubject: false) : count / Math.Max(1, known.Objects);
        if (term.Object.Test is { OneOf: null })
            count *= Kept;
        return term.Name.Type == NameType.Chain ? count * ChainFactor : count;
    }

    private static double OfMember(Snapshot graph, Term term, bool subject, bool target)
    {
        double having = PatternIndex.Entities(graph, term.Name.Id).Length;
        var share = term.Object.Test?.OneOf is { } choices && LiteralNames.Choices(term.Name.Id).Count > 0
            ? choices.Sum(choice => PatternIndex.Entities(graph, term.Name.Id, choice).Length) / Math.Max(1, having)
            : target || term.Object.Test is not null ? Kept : 1;
        return subject ? share * having / Math.Max(1, graph.Entities.Count) : share * having;
    }

    private static double OfAny(Snapshot graph, Term term, bool subject, bool target)
    {
        double degree = Math.Max(1, 2.0 * graph.Facts.Count / Math.Max(1, graph.Entities.Count));
        if (subject)
            return target ? 1 : term.Subject.Entity >= 0 ? graph.Entities[term.Subject.Entity].Relations.Length : degree;
        return !target ? graph.Facts.Count : term.Object.Entity >= 0 ? graph.Entities[term.Object.Entity].Relations.Length : degree;
    }

    private static int CountAt(Snapshot graph, int entity, PredicateRow predicate, bool asSubject)
    {
        foreach (var group in graph.Entities[entity].Groups)
        {
            if (group.Predicate == predicate && (group.Direction == Shapes.GroupDirection.Both || group.Direction == (asSubject ? Shapes.GroupDirection.Out : Shapes.GroupDirection.In)))
                return group.Count;
        }
        return 0;
    }
}
