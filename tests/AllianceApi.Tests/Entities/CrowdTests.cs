using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Entities;

/// <summary>An entity with more relations than its detail shows.</summary>
public sealed class CrowdTests(CrowdApi api) : IClassFixture<CrowdApi>
{
    [Fact]
    public async Task A_group_shows_fifty_says_how_many_there_are_and_where_the_rest_is()
    {
        var harbour = await api.GetJson("/api/v1/places/harbour");
        var group = Assert.Single(harbour["relations"]!.AsArray())!;
        Assert.Equal(CrowdApi.Boats, (int)group["total"]!);
        Assert.Equal(Enumerable.Range(0, 50).Select(boat => $"{SeedFolders.Boat(boat)}.lies-in.harbour"), group["items"]!.AsArray().Select(item => (string)item!["id"]!));
        var more = (string)group["more"]!;
        Assert.Equal("/api/v1/entities/harbour/relations?direction=in&predicate=lies-in", more);
        Assert.Equal(CrowdApi.Boats, (int)(await api.GetJson(more))["total"]!);
    }

    [Fact]
    public async Task A_group_of_all_its_relations_has_no_more()
    {
        var boat = await api.GetJson("/api/v1/actors/boat-001");
        Assert.False(Assert.Single(boat["relations"]!.AsArray())!.AsObject().ContainsKey("more"));
    }

    [Fact]
    public async Task Two_hundred_ids_are_taken_and_one_more_is_not()
    {
        var ids = Enumerable.Range(0, 200).Select(SeedFolders.Boat).ToList();
        Assert.Equal(200, (int)(await api.GetJson($"/api/v1/actors?id={string.Join(',', ids)}"))["total"]!);
        await api.AssertRefused($"/api/v1/actors?id={string.Join(',', ids.Append("boat-200"))}", "id", "200 at most");
    }

    [Fact]
    public async Task A_page_has_fifty_items_unless_told() => Assert.Equal(50, (await api.GetIds("/api/v1/actors")).Count);
}
