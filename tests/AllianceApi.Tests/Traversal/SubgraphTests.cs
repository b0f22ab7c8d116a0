using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Traversal;

public sealed class SubgraphTests(SeedGraph api)
{
    private const string Path = "/api/v1/graph/subgraph";

    [Fact]
    public async Task Nodes_and_edges_have_the_shape_of_the_contract()
    {
        var found = await api.GetJson($"{Path}?roots=mutual-defense-treaty");
        Assert.Equal("nodes edges truncated", found.Names());
        Assert.Equal("id kind name depth", found.List("nodes")[0].Names());
        Assert.Equal("id subject predicate object negated standing modality", found.List("edges")[0].Names());
        Assert.Equal("mutual-defense-treaty", found.List("nodes")[0].Text("id"));
        Assert.Contains("mutual-defense-treaty.party.south-korea", found.Ids("edges"), StringComparison.Ordinal);
        Assert.Equal(found.List("edges").Select(edge => edge.Text("id")).Order(StringComparer.Ordinal), found.List("edges").Select(edge => edge.Text("id")));
    }

    [Fact]
    public async Task Depth_counts_from_the_nearest_root()
    {
        var found = await api.GetJson($"{Path}?roots=korus-fta,mutual-defense-treaty&depth=2&limit=2000");
        Assert.Equal([0, 0], found.List("nodes").Take(2).Select(node => node.Number("depth")));
        Assert.Equal([0, 1, 2], found.List("nodes").Select(node => node.Number("depth")).Distinct());
        Assert.False(found.Flag("truncated"));
    }

    [Fact]
    public async Task Nodes_of_other_kinds_are_neither_shown_nor_walked_through_but_roots_are()
    {
        var found = await api.GetJson($"{Path}?roots=mutual-defense-treaty&depth=4&kind=actor");
        Assert.Equal("treaty", found.List("nodes")[0].Text("kind"));
        Assert.All(found.List("nodes").Skip(1), node => Assert.Equal("actor", node.Text("kind")));
    }

    [Fact]
    public async Task Direction_and_predicate_say_which_relations_are_followed()
    {
        Assert.Equal("mutual-defense-treaty south-korea united-states", (await api.GetJson($"{Path}?roots=mutual-defense-treaty&direction=out&predicate=party")).Ids("nodes"));
        Assert.Equal("mutual-defense-treaty", (await api.GetJson($"{Path}?roots=mutual-defense-treaty&direction=in&predicate=party")).Ids("nodes"));
    }

    [Fact]
    public async Task Denied_relations_stay_out_unless_they_are_let_in()
    {
        Assert.DoesNotContain(".not.", (await api.GetJson($"{Path}?roots=korean-war")).Ids("edges"), StringComparison.Ordinal);
        var both = await api.GetJson($"{Path}?roots=korean-war&negated=true");
        Assert.Contains("korean-war.not.concluded-by.peace-treaty", both.Ids("edges"), StringComparison.Ordinal);
        Assert.Contains(both.List("edges"), edge => !edge.Flag("negated"));
    }

    [Fact]
    public async Task Views_stay_out_where_only_what_is_stated_is_followed()
    {
        var found = await api.GetJson($"{Path}?roots=reliance-on-nuclear-umbrella&depth=2&standing=stated&modality=asserted&limit=2000");
        Assert.All(found.List("edges"), edge => Assert.Equal("stated asserted", $"{edge.Text("standing")} {edge.Text("modality")}"));
    }

    [Fact]
    public async Task Expand_puts_the_statements_into_each_edge()
    {
        var found = await api.GetJson($"{Path}?roots=mutual-defense-treaty&expand=evidence");
        Assert.All(found.List("edges"), edge => Assert.NotEmpty(edge.List("evidence")[0].List("passages")));
    }

    [Fact]
    public async Task What_a_limit_leaves_out_is_said()
    {
        var found = await api.GetJson($"{Path}?roots=rok-us-alliance&limit=7");
        Assert.Equal(7, found.List("nodes").Length);
        Assert.True(found.Flag("truncated"));
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        var tag = (await api.Get($"{Path}?roots=mutual-defense-treaty")).Header("ETag")!;
        Assert.Equal(304, (int)(await api.Get($"{Path}?roots=mutual-defense-treaty", ("If-None-Match", tag))).Status);
    }

    [Theory]
    [InlineData("", "roots", "is missing")]
    [InlineData("?roots=mutual-defence-treaty", "roots", "Did you mean 'mutual-defense-treaty'")]
    [InlineData("?roots=south-korea&depth=0", "depth", "from 1 to 4")]
    [InlineData("?roots=south-korea&depth=5", "depth", "from 1 to 4")]
    [InlineData("?roots=south-korea&depth=-1", "depth", "from 1 to 4")]
    [InlineData("?roots=south-korea&limit=2001", "limit", "from 1 to 2000")]
    [InlineData("?roots=south-korea&predicate=partyy", "predicate", "Did you mean 'party'")]
    [InlineData("?roots=south-korea&kind=treatyy", "kind", "Did you mean 'treaty'")]
    [InlineData("?roots=south-korea&direction=up", "direction", "does not take 'up'")]
    [InlineData("?roots=south-korea&standing=said", "standing", "does not take 'said'")]
    [InlineData("?roots=south-korea&negated=maybe", "negated", "does not take 'maybe'")]
    [InlineData("?roots=south-korea&dept=2", "dept", "Did you mean 'depth'")]
    public async Task What_cannot_be_asked_is_named(string query, string parameter, string message)
    {
        var error = Assert.Single((await api.GetProblem(Path + query, 400, "invalid-parameter")).List("errors"));
        Assert.Equal(parameter, error.Text("parameter"));
        Assert.Contains(message, error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_roots_than_a_hundred_are_refused()
    {
        var error = Assert.Single((await api.GetProblem($"{Path}?roots={string.Join(',', Enumerable.Repeat("south-korea", 101))}", 400, "invalid-parameter")).List("errors"));
        Assert.Contains("100 at most", error.Text("message"), StringComparison.Ordinal);
        await api.GetProblem($"{Path}?roots={string.Join(',', Enumerable.Repeat("a", 10_000))}", 414, "uri-too-long");
    }
}
