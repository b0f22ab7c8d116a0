using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Traversal;

public sealed class PathsTests(SeedGraph api)
{
    private const string Path = "/api/v1/graph/paths";

    [Fact]
    public async Task A_path_has_the_shape_of_the_contract()
    {
        var found = await api.GetJson($"{Path}?from=korus-fta&to=burden-sharing-debate");
        Assert.Equal("paths truncated", found.Names());
        var path = Assert.Single(found.List("paths"));
        Assert.Equal("length nodes edges", path.Names());
        Assert.Equal("id kind name", path.List("nodes")[0].Names());
        Assert.Equal("id subject predicate object forward negated standing modality parallel statements", path.List("edges")[0].Names());
        Assert.Equal(path.Number("length"), path.List("edges").Length);
    }

    [Fact]
    public async Task Every_edge_joins_a_node_to_the_next_in_the_direction_that_it_says()
    {
        var found = await api.GetJson($"{Path}?from=korus-fta&to=nuclear-umbrella-debate&k=10&maxHops=8");
        Assert.Equal(10, found.List("paths").Length);
        foreach (var path in found.List("paths"))
        {
            var nodes = path.List("nodes").Select(node => node.Text("id")).ToList();
            Assert.Equal(("korus-fta", "nuclear-umbrella-debate"), (nodes[0], nodes[^1]));
            Assert.Equal(nodes.Count, nodes.Distinct().Count());
            foreach (var (hop, edge) in path.List("edges").Index())
            {
                Assert.Equal((nodes[hop], nodes[hop + 1]), edge.Flag("forward") ? (edge.Text("subject"), edge.Text("object")) : (edge.Text("object"), edge.Text("subject")));
                Assert.NotEmpty(edge.List("statements"));
            }
        }
        var lengths = found.List("paths").Select(path => path.Number("length")).ToList();
        Assert.Equal(lengths.Order(), lengths);
    }

    [Fact]
    public async Task From_a_thing_to_itself_is_one_path_of_no_hop()
    {
        var path = Assert.Single((await api.GetJson($"{Path}?from=south-korea&to=south-korea&k=5")).List("paths"));
        Assert.Equal(0, path.Number("length"));
        Assert.Equal("south-korea", path.Ids("nodes"));
        Assert.Empty(path.List("edges"));
    }

    [Fact]
    public async Task No_path_is_an_answer()
    {
        Assert.Empty((await api.GetJson($"{Path}?from=korus-fta&to=nuclear-umbrella-debate&maxHops=1")).List("paths"));
        Assert.Empty((await api.GetJson($"{Path}?from=korus-fta&to=nuclear-umbrella-debate&predicate=party")).List("paths"));
    }

    [Fact]
    public async Task Parallel_relations_are_counted_and_the_strongest_shown()
    {
        var path = Assert.Single((await api.GetJson($"{Path}?from=mutual-defense-treaty&to=rok-us-alliance")).List("paths"));
        Assert.True(path.List("edges")[0].Number("parallel") > 1);
        Assert.Equal("asserted", path.List("edges")[0].Text("modality"));
    }

    [Fact]
    public async Task Expand_puts_the_statements_into_each_hop() =>
        Assert.NotEmpty((await api.GetJson($"{Path}?from=mutual-defense-treaty&to=south-korea&expand=evidence")).List("paths")[0].List("edges")[0].List("evidence"));

    [Theory]
    [InlineData("?to=south-korea", "from", "is missing")]
    [InlineData("?from=south-korea&to=nowhere-at-all", "to", "There is no entity")]
    [InlineData("?from=south-korea&to=united-states&k=11", "k", "from 1 to 10")]
    [InlineData("?from=south-korea&to=united-states&k=0", "k", "from 1 to 10")]
    [InlineData("?from=south-korea&to=united-states&maxHops=9", "maxHops", "from 1 to 8")]
    [InlineData("?from=south-korea&to=united-states&from=japan", "from", "given 2 times")]
    public async Task What_cannot_be_asked_is_named(string query, string parameter, string message)
    {
        var error = Assert.Single((await api.GetProblem(Path + query, 400, "invalid-parameter")).List("errors"));
        Assert.Equal(parameter, error.Text("parameter"));
        Assert.Contains(message, error.Text("message"), StringComparison.Ordinal);
    }
}
