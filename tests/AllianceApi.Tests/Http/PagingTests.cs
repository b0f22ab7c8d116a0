using System.Globalization;
using System.Text.Json.Nodes;
using AllianceApi.Tests.Support;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>A walk along <c>next</c> visits every row once, whatever the order and the size of its pages.</summary>
public sealed class PagingTests(Api api, CrowdApi crowd) : IClassFixture<CrowdApi>
{
    private static readonly (string Path, string[] Sorts)[] Lists =
    [
        ("entities", ["name", "-name", "id", "-id", "updatedAt", "-updatedAt"]),
        ("entities?kind=actor,place", ["", "-name"]),
        ("treaties", ["signed", "-signed", "-id", "name"]),
        ("actors?party-to=salt-treaty", ["name", "-id"]),
        ("relations", ["id", "-id", ""]),
        ("relations?standing=stated&modality=asserted", ["", "-id"]),
        ("attributes", ["id", "-id"]),
        ("statements", ["", "id", "-updatedAt"]),
        ("documents", ["", "-id"]),
        ("documents/charter/passages", [""]),
        ("schema/predicates", ["", "-id"]),
        ("schema/kinds", [""]),
        ("timeline", [""]),
        ("entities/north-town/relations", ["", "-id"]),
        ("entities/north-town/statements", ["", "id"]),
    ];

    private static readonly Gen<(string Path, int Limit)> Walks =
        from list in Gen.OneOf(Lists)
        from sort in Gen.OneOf(list.Sorts)
        from limit in Gen.Int[1, 20]
        select (sort.Length == 0 ? list.Path : $"{list.Path}{(list.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}sort={sort}", limit);

    [Fact]
    public async Task Every_row_comes_once_and_in_the_order_of_one_page() => await Walks.SampleAsync(
        async walk =>
        {
            var whole = await api.GetIds(With($"/api/v1/{walk.Path}", "limit=200"));
            Assert.Equal(whole, await Walk(api, With($"/api/v1/{walk.Path}", string.Create(CultureInfo.InvariantCulture, $"limit={walk.Limit}"))));
        },
        iter: 60);

    [Fact]
    public async Task A_large_list_is_walked_whole()
    {
        var ids = await Walk(crowd, "/api/v1/actors?limit=97&fields=id");
        Assert.Equal(CrowdApi.Boats, ids.Count);
        Assert.Equal(CrowdApi.Boats, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_stays_comes_once_while_rows_are_inserted_and_deleted()
    {
        await using var own = new Api();
        await own.InitializeAsync();
        var before = await own.GetIds("/api/v1/entities?limit=200");
        using var pack = WrittenPack.CopyOf(Path.Combine(SeedFolders.League, "b-log"));
        var seen = new List<string>();
        var page = await own.GetJson("/api/v1/entities?limit=7");
        for (var turn = 0; ; turn++)
        {
            seen.AddRange(Api.IdsOf(page));
            if (page["next"] is not { } next)
                break;
            var changed = pack.Replace("entities:", $"""
                  - {'{'} id: log-{turn}, passages: [watch.p1s1], text: A mark., asserts: [[mark-{turn}, part-of, outer-reef]] {'}'}
                entities:
                  - {'{'} id: mark-{turn}, kind: place, type: region, name: "{(turn % 2 == 0 ? "Aa" : "Zz")} mark {turn}", summary: A mark., summaryEvidence: [log-{turn}] {'}'}
                """);
            if (turn == 2)
                changed.Without("log-beacon").Without("beacon");
            Assert.Empty((await own.Import(changed.Folder)).Problems);
            page = await own.GetJson($"/api/v1/entities?limit=7&cursor={(string)next!}");
        }
        Assert.Equal(before.Where(id => id != "beacon"), seen.Where(id => id != "beacon" && before.Contains(id)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.NotEqual(before.Count, (int)page["total"]!);
    }

    [Fact]
    public async Task A_link_leads_to_the_next_page_with_the_rest_of_the_query()
    {
        using var response = await api.Get("/api/v1/actors?limit=2&sort=-name&party-to=salt-treaty,mist-treaty,tide-treaty,pier-agreement&modality=asserted&fields=name&standing=stated");
        Assert.False(response.Headers.Contains("Link"));

        using var first = await api.Get("/api/v1/actors?limit=4&sort=-name&fields=name");
        var link = Assert.Single(first.Headers.GetValues("Link"));
        Assert.Matches("^</api/v1/actors\\?[^>]*>; rel=\"next\"$", link);
        var second = await api.GetJson(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        Assert.Equal(["harbour-folk", "fishers"], Api.IdsOf(second));
        Assert.Equal(["id", "name"], second["items"]![0]!.AsObject().Select(member => member.Key));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task A_last_page_that_is_full_has_no_next() => Assert.Null((await api.GetJson("/api/v1/treaties?limit=4"))["next"]);

    private static async Task<List<string>> Walk(Api api, string path)
    {
        var ids = new List<string>();
        JsonNode? page = null;
        do
        {
            page = await api.GetJson(page is null ? path : With(path, $"cursor={(string)page["next"]!}"));
            ids.AddRange(Api.IdsOf(page));
        }
        while (page["next"] is not null);
        return ids;
    }

    private static string With(string path, string parameter) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}";
}
