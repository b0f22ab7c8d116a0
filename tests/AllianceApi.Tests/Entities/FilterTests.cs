using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Entities;

public sealed class FilterTests(Api api)
{
    [Theory]
    [InlineData("actors?type=state", "west-isle", "north-town", "south-town")]
    [InlineData("actors?type=group,organization", "fishers", "harbour-folk", "zoe-guild")]
    [InlineData("positions?stance=conditional", "dig-later")]
    [InlineData("commands?composition=bilateral", "joint-watch")]
    [InlineData("commands?composition=national")]
    [InlineData("debates?question=SHOULD%20the%20harbour%20be%20dug%20out%3F", "dredging-debate")]
    [InlineData("debates?question=should")]
    [InlineData("entities?kind=debate,event", "dredging-debate", "great-storm", "toll-debate")]
    public async Task Members_filter(string path, params string[] ids) => await api.AssertIds($"/api/v1/{path}", ids);

    [Theory]
    [InlineData("id=salt-treaty,tide-treaty", "salt-treaty", "tide-treaty")]
    [InlineData("id=nothing,tide-treaty", "tide-treaty")]
    [InlineData("id=north-town")]
    [InlineData("id=nothing")]
    [InlineData("name=r%C3%A9ef%20treaty", "reef-treaty")]
    [InlineData("name=REEF%20TREATY", "reef-treaty")]
    public async Task Id_and_name_filter(string query, params string[] ids) => await api.AssertIds($"/api/v1/treaties?{query}", ids);

    [Theory]
    [InlineData("name=west%20isle", "west-isle")]
    [InlineData("name=isla%20del%20oeste", "west-isle")]
    [InlineData("name=isla")]
    [InlineData("sameAs=https%3A%2F%2Fexample.org%2Fsouth-town", "south-town")]
    public async Task Aliases_are_names_too(string query, params string[] ids) => await api.AssertIds($"/api/v1/actors?{query}", ids);

    [Theory]
    [InlineData("entities?q=ZOE", "zoe-guild")]
    [InlineData("entities?q=zo%C3%AB", "zoe-guild")]
    [InlineData("entities?q=gilde%20zo", "zoe-guild")]
    [InlineData("actors?q=town", "north-town", "south-town")]
    [InlineData("actors?q=town%20sou", "south-town")]
    [InlineData("actors?q=own")]
    [InlineData("entities?q=quarrel%20old", "toll-debate")]
    [InlineData("actors?q=the%20tide", "harbour-folk")]
    [InlineData("alliances?q=s.l.", "salt-league")]
    public async Task Q_finds_beginnings_of_words_of_name_aliases_and_summary(string path, params string[] ids) => await api.AssertIds($"/api/v1/{path}", ids);

    [Theory]
    [InlineData("treaties?party=north-town", "salt-treaty", "tide-treaty")]
    [InlineData("treaties?party=north-town,south-town", "mist-treaty", "salt-treaty", "tide-treaty")]
    [InlineData("treaties?party=north-town&prompted-by=great-storm", "tide-treaty")]
    [InlineData("actors?party-to=salt-treaty", "north-town", "south-town")]
    [InlineData("agreements?party=north-town", "pier-agreement")]
    [InlineData("actors?party-to=pier-agreement", "north-town")]
    [InlineData("places?has-part=north-quay", "inner-harbour")]
    [InlineData("actors?ally-of=north-town", "west-isle", "south-town")]
    [InlineData("actors?ally-of=west-isle", "north-town")]
    [InlineData("positions?held-by=fishers", "keep-silt")]
    [InlineData("arguments?answers=silt-grows", "eels-die")]
    [InlineData("arguments?answered-by=eels-die", "silt-grows")]
    public async Task Predicates_filter_from_both_ends(string path, params string[] ids) => await api.AssertIds($"/api/v1/{path}", ids);

    [Fact]
    public async Task Predicates_that_another_pack_uses_filter_too() => await api.AssertIds("/api/v1/places?part-of=outer-reef", "beacon");

    [Theory]
    [InlineData("treaties?party=west-isle")]
    [InlineData("treaties?party=west-isle&modality=projected", "reef-treaty")]
    [InlineData("treaties?party=west-isle&modality=asserted,projected", "reef-treaty")]
    [InlineData("treaties?party=north-town&modality=projected")]
    [InlineData("concepts?serves=open-passage")]
    [InlineData("concepts?serves=open-passage&standing=attributed", "dredging")]
    [InlineData("concepts?hinders=eel-fishing&standing=attributed")]
    [InlineData("concepts?hinders=eel-fishing&standing=attributed&modality=possible", "dredging")]
    [InlineData("concepts?hinders=eel-fishing&standing=stated,attributed&modality=asserted,possible", "dredging")]
    [InlineData("commands?guards=inner-harbour")]
    [InlineData("commands?guards=inner-harbour&modality=projected", "joint-watch")]
    public async Task Standing_and_modality_replace_stated_and_asserted(string path, params string[] ids) => await api.AssertIds($"/api/v1/{path}", ids);

    [Theory]
    [InlineData("treaties?prompted-by=great-storm", "tide-treaty")]
    [InlineData("commands?guards=outer-reef", "joint-watch")]
    public async Task A_denial_meets_no_filter_and_takes_nothing_away(string path, params string[] ids) => await api.AssertIds($"/api/v1/{path}", ids);

    [Theory]
    [InlineData("signed=1953", "salt-treaty")]
    [InlineData("signed=1954", "salt-treaty")]
    [InlineData("signed=1954-02", "salt-treaty")]
    [InlineData("signed=1954-02-01")]
    [InlineData("signed=1960", "tide-treaty")]
    [InlineData("signed=1960-05", "tide-treaty")]
    [InlineData("signed=1953,1960", "salt-treaty", "tide-treaty")]
    [InlineData("signed[gte]=1954-01", "salt-treaty", "tide-treaty")]
    [InlineData("signed[gte]=1954-03", "tide-treaty")]
    [InlineData("signed[lte]=1953", "salt-treaty")]
    [InlineData("signed[lte]=1953-06")]
    [InlineData("signed[gt]=1953", "salt-treaty", "tide-treaty")]
    [InlineData("signed[gt]=1960-05-01")]
    [InlineData("signed[gt]=1960-04", "tide-treaty")]
    [InlineData("signed[lt]=1954-02", "salt-treaty")]
    [InlineData("signed[lt]=1953")]
    [InlineData("signed[gte]=1960&signed[lte]=1960", "tide-treaty")]
    [InlineData("signed=1970")]
    [InlineData("signed=1970&standing=attributed&modality=possible", "reef-treaty")]
    public async Task A_date_range_keeps_what_surely_holds(string query, params string[] ids) =>
        await api.AssertIds($"/api/v1/treaties?{query}", ids);

    [Fact]
    public async Task Texts_of_the_source_filter_by_the_whole_text()
    {
        await api.AssertIds("/api/v1/debates?outlook=it%20stays%20open.", "toll-debate");
        await api.AssertIds("/api/v1/debates?outlook=it%20stays");
    }

    [Theory]
    [InlineData("treaties?party=north-twon", "party", "north-town")]
    [InlineData("actors?type=stat", "type", "state")]
    [InlineData("treaties?singed=1953", "singed", "signed")]
    public async Task What_is_unknown_is_refused_with_the_nearest(string path, string parameter, string nearest) =>
        await api.AssertRefused($"/api/v1/{path}", parameter, $"Did you mean '{nearest}'");

    [Fact]
    public async Task A_refusal_lists_what_is_allowed()
    {
        var value = await api.AssertRefused("/api/v1/actors?type=king", "type", "king");
        Assert.Equal("""["state","organization","group"]""", value["allowed"]!.ToJsonString());
        var name = await api.AssertRefused("/api/v1/actors?rank=1", "rank", "There is no parameter 'rank'");
        Assert.Contains("party-to", name["allowed"]!.AsArray().Select(allowed => (string)allowed!));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var problem = await api.AssertProblem("/api/v1/treaties?limit=0&sort=nope&party=nobody", 400, "invalid-parameter");
        Assert.Equal(["limit", "party", "sort"], problem["errors"]!.AsArray().Select(error => (string)error!["parameter"]!).Order(StringComparer.Ordinal));
    }
}
