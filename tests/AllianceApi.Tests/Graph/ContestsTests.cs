using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>Which facts contradict each other: only what is stated and asserted, and only where the times may overlap.</summary>
public sealed class ContestsTests
{
    [Theory]
    [InlineData("a.likes.b", "a.not.likes.b", true)]
    [InlineData("a.likes.b", "a.not.likes.c", false)]
    [InlineData("a.likes.b", "b.not.likes.a", false)]
    [InlineData("a.likes.b", "a.hates.b", true)]
    [InlineData("a.likes.b", "b.hates.a", false)]
    [InlineData("a.likes.b", "a.hates.c", false)]
    [InlineData("a.likes.b", "a.not.hates.b", false)]
    [InlineData("a.not.likes.b", "a.not.hates.b", false)]
    [InlineData("a.likes.b", "a.likes.c", false)]
    [InlineData("a.leads.b", "a.leads.c", true)]
    [InlineData("a.leads.b", "c.leads.b", false)]
    [InlineData("a.leads.b", "b.leads.a", false)]
    [InlineData("a.leads.b", "a.not.leads.c", false)]
    [InlineData("a.married.b", "a.married.c", true)]
    [InlineData("a.married.b", "b.married.c", true)]
    [InlineData("a.married.b", "b.hates.a", true)]
    [InlineData("a.married.b", "a.hates.b", true)]
    [InlineData("a.married.b", "a.hates.c", false)]
    [InlineData("a.married.b", "a.not.married.b", true)]
    public void Two_relations_contradict_each_other(string left, string right, bool contested) => AssertContested(left, right, contested);

    [Theory]
    [InlineData("a.likes.b.1950_1960", "a.hates.b.1961_", false)]
    [InlineData("a.likes.b.1950_1960", "a.hates.b.1960_", true)]
    [InlineData("a.likes.b._1960", "a.hates.b.1960-06_", true)]
    [InlineData("a.likes.b._1960", "a.hates.b.1961_", false)]
    [InlineData("a.likes.b", "a.hates.b.1961_", true)]
    [InlineData("a.leads.b.1950_1960", "a.leads.c.1961_1970", false)]
    [InlineData("a.leads.b.1950_1960", "a.leads.c.1955_1970", true)]
    [InlineData("a.leads.b.1950_1960", "a.leads.b.1955_1970", false)]
    [InlineData("a.likes.b.1950_", "a.not.likes.b._1949", false)]
    public void Only_where_their_times_may_overlap(string left, string right, bool contested) => AssertContested(left, right, contested);

    [Theory]
    [InlineData("t.signed.1953", "t.signed.1954", true)]
    [InlineData("t.signed.1953", "t.signed.1953-10", false)]
    [InlineData("t.signed.1953-10", "t.signed.1953-10-01", false)]
    [InlineData("t.signed.1953-10", "t.signed.1953-11", true)]
    [InlineData("t.signed.1953", "u.signed.1954", false)]
    [InlineData("d.outlook.one-thing", "d.outlook.another-thing", false)]
    public void Two_dates_contradict_each_other_where_neither_covers_the_other_and_texts_never(string left, string right, bool contested) => AssertContested(left, right, contested);

    [Theory]
    [InlineData(Standing.Attributed, Modality.Asserted)]
    [InlineData(Standing.Stated, Modality.Projected)]
    [InlineData(Standing.Stated, Modality.Possible)]
    public void What_is_a_view_or_not_asserted_contradicts_nothing(Standing standing, Modality modality)
    {
        var weak = SmallGraph.Statement("s2", 2, "a.not.likes.b", "a.hates.b");
        (weak.Modality, weak.AttributedTo) = (modality, standing == Standing.Attributed ? ["c"] : []);
        var graph = Build(SmallGraph.Statement("s1", 1, "a.likes.b"), weak);
        Assert.DoesNotContain(graph.Facts, fact => fact.Contested);
    }

    [Fact]
    public void A_typed_attribute_that_is_contested_is_left_out_and_named()
    {
        var graph = Build(SmallGraph.Statement("s1", 1, "t.signed.1953"), SmallGraph.Statement("s2", 2, "t.signed.1954"));
        var treaty = graph.Entities[graph.FindEntity("t")!.Value];
        Assert.Equal(["signed"], treaty.Contested);
        Assert.Empty(treaty.Typed);
    }

    [Fact]
    public void Of_agreeing_dates_the_narrowest_is_shown()
    {
        var graph = Build(SmallGraph.Statement("s1", 1, "t.signed.1953"), SmallGraph.Statement("s2", 2, "t.signed.1953-10-01"), SmallGraph.Statement("s3", 3, "t.signed.1953-10"));
        var treaty = graph.Entities[graph.FindEntity("t")!.Value];
        Assert.Empty(treaty.Contested);
        Assert.Equal(",\"signed\":\"1953-10-01\"", System.Text.Encoding.UTF8.GetString(treaty.Typed));
    }

    [Fact]
    public void Both_ends_of_what_is_contested_name_it_as_it_reads_from_them()
    {
        var graph = Build(SmallGraph.Statement("s1", 1, "a.likes.b", "a.not.likes.b"));
        Assert.Equal(["likes"], graph.Entities[graph.FindEntity("a")!.Value].Contested);
        Assert.Equal(["likes-by"], graph.Entities[graph.FindEntity("b")!.Value].Contested);
        Assert.Empty(graph.Entities[graph.FindEntity("c")!.Value].Contested);
    }

    private static void AssertContested(string left, string right, bool contested)
    {
        var graph = Build(SmallGraph.Statement("s1", 1, left), SmallGraph.Statement("s2", 2, right));
        Assert.Equal((contested, contested), (FactOf(graph, left).Contested, FactOf(graph, right).Contested));
    }

    private static FactRow FactOf(Snapshot graph, string id) => graph.Facts[graph.FindFact(id)!.Value];

    private static Snapshot Build(params Statement[] statements)
    {
        var builder = SmallGraph.Builder();
        foreach (var id in new[] { "a", "b", "c" })
            builder.Add(SmallGraph.Actor(id));
        builder.Add(SmallGraph.Treaty("t")).Add(SmallGraph.Treaty("u"));
        builder.Add(new Debate { Id = "d", Name = "D", Summary = "A debate.", Question = "Why?", SummaryEvidence = ["s1"] });
        foreach (var statement in statements)
            builder.Add(statement);
        return builder.Build();
    }
}
