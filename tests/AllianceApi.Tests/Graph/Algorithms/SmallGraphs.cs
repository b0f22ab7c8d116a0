using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using CsCheck;

namespace AllianceApi.Tests.Graph.Algorithms;

/// <summary>Random graphs of a few entities, small enough for slow computations: denials, views, times, parallels, loops, symmetric and transitive relations.</summary>
internal static class SmallGraphs
{
    public const int Entities = 7;

    /// <summary>Ids of which some begin others, so that the order of ids and that of rows differ.</summary>
    public static readonly string[] Ids = ["a", "a-b", "a-b-c", "b", "b-1", "c", "treaty"];

    public static readonly string[] Predicates = ["likes", "near", "within"];

    private static readonly Gen<Fact> Relations =
        from subject in Gen.Int[0, Entities - 1]
        from target in Gen.Int[0, Entities - 1]
        from name in Gen.OneOf(Predicates)
        from negated in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        from time in Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1950, 1951]))
        select RelationOf(subject, target, name, negated, time);

    private static readonly Gen<Fact> Dates =
        from subject in Gen.OneOf("treaty", "a")
        from value in Gen.OneOf("1950", "1950-03", "1951", "1950-03-02")
        select new Fact { Subject = "treaty", Name = "signed", Target = value, IsAttribute = true };

    private static readonly Gen<Statement> Statements =
        from fact in Gen.Frequency((6, Relations), (1, Dates))
        from attributed in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from modality in Gen.Enum<Modality>()
        select new Statement
        {
            Id = "", Document = "d", Passages = ["one.p1s1"], Text = "Text.", Modality = modality, Revision = 1,
            AttributedTo = attributed ? ["b"] : [], Asserts = fact.Negated ? [] : [fact], Denies = fact.Negated ? [fact] : [],
        };

    /// <summary>One in four is so dense that its entities count as hubs.</summary>
    public static readonly Gen<Snapshot> All = Gen.Frequency((3, Statements.Array[0, 24]), (1, Statements.Array[60, 90])).Select(Build);

    private static Snapshot Build(Statement[] statements)
    {
        var builder = new SnapshotBuilder()
            .Add(new Document
            {
                Id = "d", Title = "D", Language = "en", Sha256 = "0", Sections = [new Section { Id = "one", Title = "One" }],
                Passages = [new Passage { Locator = "one.p1s1", Section = "one", Start = 1, End = 9, Sha256 = "0" }],
            })
            .Add(PredicateOf("likes", "liked-by"))
            .Add(PredicateOf("near", inverse: null))
            .Add(PredicateOf("within", "around"));
        foreach (var id in Ids)
            builder.Add(EntityOf(id));
        foreach (var (index, statement) in statements.Index())
        {
            statement.Id = $"s{index}";
            builder.Add(statement);
        }
        return builder.Build();
    }

    private static Entity EntityOf(string id) => id switch
    {
        "treaty" => new Treaty { Id = id, Name = "A treaty", Summary = "", Revision = 1 },
        "c" => new AllianceApi.Kinds.Place { Id = id, Name = "A place", Summary = "", Revision = 1, Type = PlaceType.Region },
        _ => new Actor { Id = id, Name = $"Actor {id}", Summary = "", Revision = 1, Type = id[0] == 'a' ? ActorType.State : ActorType.Group },
    };

    private static Predicate PredicateOf(string id, string? inverse) => new()
    {
        Id = id, Label = id, InverseId = inverse, InverseLabel = inverse, Definition = "", Symmetric = inverse is null, Transitive = id == "within",
        Domain = ["actor", "place", "treaty"], Range = ["actor", "place", "treaty"],
    };

    private static Fact RelationOf(int subject, int target, string name, bool negated, int time)
    {
        var (first, second) = (Ids[subject], Ids[target]);
        if (name == "near" && string.CompareOrdinal(first, second) > 0)
            (first, second) = (second, first);
        return new Fact { Subject = first, Name = name, Target = second, Negated = negated, ValidFrom = time == 0 ? null : PartialDate.Parse($"{time}", null) };
    }
}
