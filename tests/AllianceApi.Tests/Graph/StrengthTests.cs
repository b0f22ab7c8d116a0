using AllianceApi.Graph;
using AllianceApi.Shapes;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>A fact has the standing and modality of its strongest statement: that one's own pair, never the best of two.</summary>
public sealed class StrengthTests
{
    private static readonly Strength[] StrongestFirst =
    [
        new(Standing.Stated, Modality.Asserted), new(Standing.Stated, Modality.Projected), new(Standing.Stated, Modality.Possible),
        new(Standing.Attributed, Modality.Asserted), new(Standing.Attributed, Modality.Projected), new(Standing.Attributed, Modality.Possible),
    ];

    private static readonly Gen<Statement> Statements =
        from strength in Gen.OneOf(StrongestFirst)
        from bearers in Gen.OneOf("a", "b", "c").Array[1, 3]
        from passage in Gen.Int[1, SmallGraph.Passages]
        select StatementOf(strength, passage, bearers);

    [Fact]
    public void What_is_stated_is_stronger_than_any_view() =>
        Assert.Equal(StrongestFirst, StrongestFirst.Reverse().OrderBy(strength => strength.Rank));

    [Fact]
    public void A_fact_is_as_strong_as_its_strongest_statement_and_borne_by_those_of_its_pair() => Statements.Array[1, 6].Sample(statements =>
    {
        for (var i = 0; i < statements.Length; i++)
            statements[i].Id = $"s{i}";
        var graph = Build(statements);
        var fact = graph.Facts[graph.FindFact("a.likes.b")!.Value];

        var strongest = StrongestFirst.First(strength => statements.Any(statement => StrengthOf(statement) == strength));
        Assert.Equal(strongest, fact.Strength);
        Assert.Equal(
            statements.Where(statement => StrengthOf(statement) == strongest).SelectMany(statement => statement.AttributedTo).Distinct().Order(StringComparer.Ordinal),
            fact.AttributedTo.Select(row => graph.Entities[row].Id));
        Assert.Equal(
            statements.OrderBy(statement => Array.IndexOf(StrongestFirst, StrengthOf(statement))).ThenBy(statement => statement.Passages[0], StringComparer.Ordinal)
                .ThenBy(statement => statement.Id, StringComparer.Ordinal).Select(statement => statement.Id),
            fact.Statements.Select(row => graph.Statements[row].Id));
        Assert.Equal(strongest == StrongestFirst[0], fact.IsPlain);
    });

    [Fact]
    public void A_denial_is_a_fact_of_its_own_beside_the_affirmed_one()
    {
        var graph = Build([SmallGraph.Statement("s1", 1, "a.likes.b"), SmallGraph.Statement("s2", 2, "a.not.likes.b")]);
        Assert.Equal(["a.likes.b", "a.not.likes.b"], graph.Facts.Select(graph.IdOf).Order(StringComparer.Ordinal));
        Assert.False(graph.Facts[graph.FindFact("a.not.likes.b")!.Value].IsPlain);
    }

    [Fact]
    public void A_fact_of_another_time_is_another_fact()
    {
        var graph = Build([SmallGraph.Statement("s1", 1, "a.likes.b", "a.likes.b.1950_", "a.likes.b.1950_1960")]);
        Assert.Equal(3, graph.Facts.Count);
        Assert.All(graph.Facts, fact => Assert.Equal(fact, graph.Facts[graph.FindFact(graph.IdOf(fact))!.Value]));
    }

    private static Strength StrengthOf(Statement statement) => new(statement.Standing, statement.Modality);

    private static Statement StatementOf(Strength strength, int passage, string[] bearers)
    {
        var statement = SmallGraph.Statement("s", passage, "a.likes.b");
        statement.Modality = strength.Modality;
        statement.AttributedTo = strength.Standing == Standing.Attributed ? [.. bearers.Distinct()] : [];
        return statement;
    }

    private static Snapshot Build(IEnumerable<Statement> statements)
    {
        var builder = SmallGraph.Builder().Add(SmallGraph.Actor("a")).Add(SmallGraph.Actor("b")).Add(SmallGraph.Actor("c"));
        foreach (var statement in statements)
            builder.Add(statement);
        return builder.Build();
    }
}
