using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>Which facts contradict each other, and which statement of a fact counts; without a database.</summary>
public sealed class ContestTests
{
    [Theory]
    [InlineData("1953", "1954", true)]
    [InlineData("1953", "1953-10", false)]
    [InlineData("1953-10", "1953-11", true)]
    [InlineData("1953-10-01", "1953", false)]
    [InlineData("1953-10-01", "1953-10-02", true)]
    public void Dates_contest_where_neither_covers_the_other(string first, string second, bool contested) =>
        AssertContested(contested, Signed(first), Signed(second));

    [Fact]
    public void Of_agreeing_dates_the_narrowest_is_shown()
    {
        var graph = Graph(Stated(Signed("1953")), Stated(Signed("1953-10-01")), Stated(Signed("1953-10")));
        var treaty = graph.Entities[graph.FindEntity("t")!.Value];
        Assert.Equal("1953-10-01", Assert.Single(graph.TypedValues(treaty, treaty.Kind.Attribute("signed")!)).Literal!.Value);
    }

    [Fact]
    public void A_denial_contests_what_it_denies()
    {
        AssertContested(true, Relation("likes", "b"), Relation("likes", "b", negated: true));
        AssertContested(false, Relation("likes", "b"), Relation("likes", "c", negated: true));
    }

    [Fact]
    public void A_symmetric_relation_is_denied_from_either_end()
    {
        var turned = Relation("married", "b", negated: true) with { Subject = "b", Target = "a" };
        AssertContested(true, Relation("married", "b"), turned);
    }

    [Fact]
    public void Predicates_that_exclude_each_other_contest_between_the_same_ends_whichever_says_so()
    {
        AssertContested(true, Relation("likes", "b"), Relation("hates", "b"));
        AssertContested(true, Relation("hates", "b"), Relation("likes", "b"));
        AssertContested(false, Relation("likes", "b"), Relation("hates", "c"));
        AssertContested(false, Relation("likes", "b"), Relation("hates", "b") with { Subject = "b", Target = "a" });
        AssertContested(false, Relation("likes", "b"), Relation("hates", "b", negated: true));
    }

    [Fact]
    public void A_single_valued_predicate_has_one_object_for_a_subject_and_as_many_subjects_as_there_are()
    {
        AssertContested(true, Relation("leads", "b"), Relation("leads", "c"));
        AssertContested(false, Relation("leads", "b"), Relation("leads", "c", negated: true));
        AssertContested(false, Relation("leads", "c"), Relation("leads", "c") with { Subject = "b" });
        AssertContested(true, Relation("married", "b"), Relation("married", "c"));
        AssertContested(true, Relation("married", "c"), Relation("married", "c") with { Subject = "b" });
    }

    [Theory]
    [InlineData("1950", "1955", "1956", null, false)]
    [InlineData("1950", "1955", "1955", null, true)]
    [InlineData("1950", "1955", null, null, true)]
    [InlineData(null, "1955-03", "1955-04", null, false)]
    [InlineData(null, "1955", "1955-04", null, true)]
    public void Facts_contest_only_where_their_times_may_overlap(string? from, string? to, string? otherFrom, string? otherTo, bool contested) => AssertContested(
        contested,
        Relation("leads", "b") with { ValidFrom = Date(from), ValidTo = Date(to) },
        Relation("leads", "c") with { ValidFrom = Date(otherFrom), ValidTo = Date(otherTo) });

    [Fact]
    public void Only_what_is_stated_and_asserted_contests() => Gen.Select(Gen.Bool, Gen.Enum<Modality>()).Sample((attributed, modality) =>
    {
        var other = Statement("s2", Relation("likes", "b", negated: true), attributed ? "c" : null, modality);
        var graph = Graph(Stated(Relation("likes", "b")), other);
        Assert.All(graph.Facts, fact => Assert.Equal(!attributed && modality == Modality.Asserted, fact.Contested));
    });

    [Fact]
    public void A_fact_has_the_pair_of_its_strongest_statement_and_the_bearers_of_those_that_share_it() =>
        Gen.Select(Gen.OneOf<string?>(null, "b", "c"), Gen.Enum<Modality>()).Array[1, 6].Sample(pairs =>
        {
            var statements = pairs.Select((pair, i) => Statement($"s{i}", Relation("likes", "b"), pair.Item1, pair.Item2)).ToArray();
            var fact = Assert.Single(Graph(statements).Facts);
            var strongest = pairs.Min(pair => ((pair.Item1 is null ? 0 : 1) * 3) + (int)pair.Item2);
            Assert.Equal(strongest, fact.Strength.Rank);
            var graph = Graph(statements);
            Assert.Equal(
                pairs.Where(pair => ((pair.Item1 is null ? 0 : 1) * 3) + (int)pair.Item2 == strongest).Select(pair => pair.Item1).OfType<string>().Distinct().Order(StringComparer.Ordinal),
                fact.AttributedTo.Select(row => graph.Entities[row].Id));
            Assert.Equal(fact.Statements.Select(row => graph.Statements[row].Strength.Rank), fact.Statements.Select(row => graph.Statements[row].Strength.Rank).Order());
        });

    private static void AssertContested(bool contested, params Fact[] facts) =>
        Assert.All(Graph([.. facts.Select((fact, i) => Statement($"s{i}", fact, null, Modality.Asserted))]).Facts, fact => Assert.Equal(contested, fact.Contested));

    private static Snapshot Graph(params Statement[] statements)
    {
        var builder = new SnapshotBuilder()
            .Add(new Document { Id = "d", Title = "D", Language = "en", Sha256 = "0", Sections = [new Section { Id = "one", Title = "One" }], Passages = [new Passage { Locator = "one.p1s1", Section = "one", Start = 0, End = 5, Sha256 = "0" }] })
            .Add(PredicateOf("likes"))
            .Add(PredicateOf("hates", excludes: "likes"))
            .Add(PredicateOf("leads", singleValued: true))
            .Add(PredicateOf("married", singleValued: true, symmetric: true))
            .Add(new Treaty { Id = "t", Name = "T", Summary = "" });
        foreach (var id in new[] { "a", "b", "c" })
            builder.Add(new Actor { Id = id, Name = id, Summary = "" });
        foreach (var statement in statements)
            builder.Add(statement);
        return builder.Build();
    }

    private static Predicate PredicateOf(string id, string? excludes = null, bool singleValued = false, bool symmetric = false) => new()
    {
        Id = id, Label = id, InverseId = symmetric ? null : $"{id}-by", InverseLabel = symmetric ? null : id, Definition = "", Domain = ["actor"], Range = ["actor"],
        Excludes = excludes is null ? [] : [excludes], SingleValued = singleValued, Symmetric = symmetric,
    };

    private static Fact Signed(string date) => new() { Subject = "t", Name = "signed", Target = date, IsAttribute = true };

    private static Fact Relation(string name, string target, bool negated = false) => new() { Subject = "a", Name = name, Target = target, Negated = negated };

    private static Statement Stated(Fact fact) => Statement($"s-{fact.Id.Replace('.', '-')}", fact, null, Modality.Asserted);

    private static Statement Statement(string id, Fact fact, string? bearer, Modality modality) => new()
    {
        Id = id, Document = "d", Passages = ["one.p1s1"], Text = "", Modality = modality, AttributedTo = bearer is null ? [] : [bearer],
        Asserts = fact.Negated ? [] : [fact], Denies = fact.Negated ? [fact] : [],
    };

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text, null);
}
