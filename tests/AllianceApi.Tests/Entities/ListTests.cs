using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Entities;

public sealed class ListTests(Api api)
{
    [Fact]
    public async Task A_list_has_items_a_total_and_a_next()
    {
        var page = (await api.GetJson("/api/v1/treaties")).AsObject();
        Assert.Equal(["items", "total", "next"], page.Select(member => member.Key));
        Assert.Equal(4, (int)page["total"]!);
        Assert.Null(page["next"]);
    }

    [Fact]
    public async Task Entities_come_by_name_whatever_its_case_and_accents() =>
        await api.AssertIds("/api/v1/actors", "fishers", "harbour-folk", "west-isle", "north-town", "south-town", "zoe-guild");

    [Theory]
    [InlineData("sort=id", "fishers", "harbour-folk", "north-town", "south-town", "west-isle", "zoe-guild")]
    [InlineData("sort=-id", "zoe-guild", "west-isle", "south-town", "north-town", "harbour-folk", "fishers")]
    [InlineData("sort=name", "fishers", "harbour-folk", "west-isle", "north-town", "south-town", "zoe-guild")]
    [InlineData("sort=-name", "zoe-guild", "south-town", "north-town", "west-isle", "harbour-folk", "fishers")]
    [InlineData("sort=updatedAt", "fishers", "harbour-folk", "north-town", "south-town", "west-isle", "zoe-guild")]
    public async Task Sort_says_the_order(string sort, params string[] ids) => await api.AssertIds($"/api/v1/actors?{sort}", ids);

    [Theory]
    [InlineData("signed")]
    [InlineData("-signed")]
    public async Task A_missing_date_comes_last_both_ways(string sort) =>
        await api.AssertIds($"/api/v1/treaties?sort={sort}", "tide-treaty", "mist-treaty", "reef-treaty", "salt-treaty");

    [Fact]
    public async Task What_changed_last_comes_last() =>
        Assert.Equal("beacon", (await api.GetIds("/api/v1/places?sort=updatedAt"))[^1]);

    [Fact]
    public async Task Typed_lists_have_the_members_of_their_kind_and_the_common_list_has_not()
    {
        var typed = (await api.GetJson("/api/v1/treaties?id=tide-treaty"))["items"]![0]!.AsObject();
        Assert.Equal("1960-05-01", (string)typed["signed"]!);
        Assert.Equal(
            ["id", "kind", "name", "aliases", "summary", "summaryEvidence", "sameAs", "signed", "contested", "revision", "updatedAt", "links"],
            typed.Select(member => member.Key));
        var common = (await api.GetJson("/api/v1/entities?id=tide-treaty"))["items"]![0]!.AsObject();
        Assert.False(common.ContainsKey("signed"));
        Assert.Equal("/api/v1/treaties/tide-treaty", (string)common["links"]!["self"]!);
    }

    [Fact]
    public async Task Unknown_scalars_are_left_out_and_lists_are_never_null()
    {
        var treaty = (await api.GetJson("/api/v1/treaties?id=mist-treaty"))["items"]![0]!.AsObject();
        Assert.False(treaty.ContainsKey("signed"));
        Assert.Empty(treaty["aliases"]!.AsArray());
        Assert.Empty(treaty["sameAs"]!.AsArray());
        Assert.Empty(treaty["contested"]!.AsArray());
    }

    [Fact]
    public async Task Contested_values_are_named_and_not_shown()
    {
        var treaty = (await api.GetJson("/api/v1/treaties?id=salt-treaty"))["items"]![0]!.AsObject();
        Assert.False(treaty.ContainsKey("signed"));
        Assert.Equal("""["signed"]""", treaty["contested"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/api/v1/treaties?fields=name&limit=1", "id,name")]
    [InlineData("/api/v1/treaties?fields=id,name&limit=1", "id,name")]
    [InlineData("/api/v1/treaties?fields=signed,links&sort=signed&limit=1", "id,signed,links")]
    [InlineData("/api/v1/relations?fields=subject,object&limit=1", "id,subject,object")]
    [InlineData("/api/v1/relations?fields=evidence&expand=evidence&limit=1", "id,evidence")]
    [InlineData("/api/v1/statements?fields=text&limit=1", "id,text")]
    [InlineData("/api/v1/documents?fields=coverage&limit=1", "id,coverage")]
    [InlineData("/api/v1/documents/charter/passages?fields=words&limit=1", "locator,words")]
    [InlineData("/api/v1/schema/predicates?fields=label&limit=1", "id,label")]
    public async Task Fields_names_the_members_to_show_and_id_is_always_there(string path, string members)
    {
        var page = await api.GetJson(path);
        var item = Assert.Single(page["items"]!.AsArray())!.AsObject();
        Assert.Equal(members.Split(','), item.Select(member => member.Key));
        Assert.NotNull(page["total"]);
    }

    [Fact]
    public async Task Fields_holds_for_details_too()
    {
        var treaty = (await api.GetJson("/api/v1/treaties/tide-treaty?fields=signed,relations")).AsObject();
        Assert.Equal(["id", "signed", "relations"], treaty.Select(member => member.Key));
    }

    [Fact]
    public async Task A_total_counts_the_whole_list_whatever_the_page()
    {
        Assert.Equal(6, (int)(await api.GetJson("/api/v1/actors?limit=2"))["total"]!);
        Assert.Equal(3, (int)(await api.GetJson("/api/v1/actors?limit=2&type=state"))["total"]!);
        Assert.Equal(31, (int)(await api.GetJson("/api/v1/entities?limit=1"))["total"]!);
    }
}
