using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Patterns;
using AllianceApi.Shapes;
using AllianceApi.Tests.Graph.Algorithms;
using CsCheck;

namespace AllianceApi.Tests.Graph.Patterns;

/// <summary>Random patterns over the small graphs: every sort of term, joined or not, with variables of every sort.</summary>
internal static class RandomPatterns
{
    private const int Literal = 3;
    private const int Named = 4;
    private const int Either = 5;
    private const int Private = 6;

    private static readonly string[] Names = ["?a", "?b", "?c", "?l", "?p", "?e", "?x"];

    private static readonly Gen<Term> Terms =
        from subject in Gen.Frequency((5, Gen.Int[0, 2].Select(End.Of)), (2, Gen.Int[0, SmallGraphs.Entities - 1].Select(End.Named)))
        from target in Gen.Frequency((5, Gen.Int[0, 2].Select(End.Of)), (2, Gen.Int[0, SmallGraphs.Entities - 1].Select(End.Named)))
        from literal in Gen.OneOf(
            End.Of(Literal),
            End.Passing(Comparison.Equal("1950")),
            End.Passing(new Comparison([new Condition(Operator.Gt, ["1950-03"])])),
            End.Passing(new Comparison([new Condition(Operator.Gte, ["1950-03"]), new Condition(Operator.StartsWith, ["195"])])))
        from word in Gen.OneOf(End.Of(Literal), End.Passing(Comparison.Equal("actor")), End.Passing(Comparison.Equal("state", "region")), End.Passing(Comparison.Equal("actor", "treaty")))
        from any in Gen.OneOf(target, End.Of(Either), literal)
        from sort in Gen.Int[0, 8]
        from predicate in Gen.OneOf(SmallGraphs.Predicates)
        select sort switch
        {
            0 => new Term(subject, Name.Attribute("signed"), literal, "", ""),
            1 => new Term(subject, Name.Member("kind"), word, "", ""),
            2 => new Term(subject, Name.Member("type"), word, "", ""),
            3 => new Term(subject, new Name(NameType.Chain, "within", null, -1), target, "", ""),
            4 => new Term(subject, Name.Any(Named), any, "", ""),
            _ => new Term(subject, new Name(NameType.Relation, predicate, null, -1), target, "", ""),
        };

    private static readonly Gen<Term> Denials = Terms.Select(Gen.Bool).Select((term, free) => free ? term with { Object = term.Object.Variable is >= 0 and < 3 ? End.Of(Private) : term.Object } : term);

    public static readonly Gen<Func<Snapshot, Pattern?>> All =
        from joined in Terms.Array[1, 3]
        from optional in Terms.Array[0, 2]
        from denials in Denials.Array[0, 2]
        from shown in Gen.Int[0, Either].HashSet[1, 3]
        from distinct in Gen.Bool
        from denied in Gen.Bool
        from stated in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        select (Func<Snapshot, Pattern?>)(graph => Of(graph, joined, optional, denials, shown, distinct, new Walk { Denied = denied, Standings = stated ? [Standing.Stated] : null }));

    /// <returns>Null where nothing that is selected is bound.</returns>
    private static Pattern? Of(Snapshot graph, Term[] where, Term[] optional, Term[] not, HashSet<int> select, bool distinct, Walk facts)
    {
        var bound = where.Concat(optional).SelectMany(term => term.Variables).ToHashSet();
        int[] selected = [.. select.Where(bound.Contains).Order()];
        return selected.Length == 0 ? null : new Pattern
        {
            Where = Known(graph, where),
            Optional = Known(graph, optional),
            Not = Known(graph, not),
            Variables = Names,
            Select = selected,
            Distinct = distinct,
            Facts = facts,
        };
    }

    private static Term[] Known(Snapshot graph, Term[] terms) =>
        [.. terms.Select(term => term.Name.Type is NameType.Relation or NameType.Chain ? term with { Name = term.Name with { Predicate = graph.Schema.Find(term.Name.Id) } } : term)];
}
