using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Traversal;

public sealed class StatsTests(SeedGraph api)
{
    [Fact]
    public async Task Counts_agree_with_the_lists()
    {
        var stats = await api.GetJson("/api/v1/graph/stats");
        Assert.Equal((await api.GetJson("/api/v1/entities")).Number("total"), stats.Number("entities"));
        Assert.Equal((await api.GetJson("/api/v1/relations")).Number("total"), stats.Number("relations"));
        Assert.Equal((await api.GetJson("/api/v1/relations?negated=true")).Number("total"), stats.Number("denied"));
        Assert.Equal((await api.GetJson("/api/v1/attributes")).Number("total"), stats.Number("attributes"));
        Assert.Equal((await api.GetJson("/api/v1/statements")).Number("total"), stats.Number("statements"));
        Assert.Equal(stats.Number("entities"), stats.List("kinds").Sum(kind => kind.Number("count")));
        Assert.Equal(stats.Number("relations"), stats.List("predicates").Sum(predicate => predicate.Number("count")));
        Assert.Equal(stats.Number("relations") + stats.Number("attributes"), stats.List("standings").Sum(standing => standing.Number("count")));
        Assert.Equal(stats.Number("relations") + stats.Number("attributes"), stats.List("modalities").Sum(modality => modality.Number("count")));
    }

    [Fact]
    public async Task A_small_graph_is_measured_at_once()
    {
        var stats = await api.GetJson("/api/v1/graph/stats");
        Assert.True(stats.Flag("complete"));
        Assert.Equal(stats.Number("entities"), stats.At("degrees").List("distribution").Sum(degree => degree.Number("entities")));
        Assert.Equal(stats.At("components").Number("isolated"), stats.At("degrees").List("distribution").Where(degree => degree.Number("degree") == 0).Sum(degree => degree.Number("entities")));
        Assert.Equal("rok-us-alliance", stats.List("central")[0].At("entity").Text("id"));
        Assert.Equal(20, stats.List("central").Length);
    }

    [Fact]
    public async Task The_revision_is_that_of_the_graph() =>
        Assert.Equal((await api.Get("/api/v1/graph/stats")).Header("Graph-Revision"), $"{(await api.GetJson("/api/v1/graph/stats")).Number("revision")}");
}
