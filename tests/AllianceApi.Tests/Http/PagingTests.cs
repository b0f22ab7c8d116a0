using System.Text.Json;
using AllianceApi.Tests.Support;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class PagingTests(CrowdedGraph crowded, InventedGraph invented)
{
    private static readonly string[] Lists =
    [
        "/treaties?", "/treaties?sort=name", "/treaties?sort=-name", "/treaties?sort=signed", "/treaties?sort=-signed", "/treaties?sort=updatedAt",
        "/treaties?party=state-000&q=treaty&sort=-signed", "/treaties?signed[gte]=1952", "/entities?", "/entities?sort=id", "/entities?kind=actor&sort=-id",
        "/relations?", "/relations?predicate=party&subject=treaty-000", "/attributes?", "/statements?", "/statements?sort=-updatedAt", "/timeline?", "/timeline?from=1951",
        "/entities/treaty-000/relations?", "/entities/state-000/statements?",
    ];

    [Fact]
    public async Task Pages_visit_every_row_once_in_the_order_of_one_long_list() =>
        await Gen.Select(Gen.Int[0, Lists.Length - 1].Select(i => Lists[i]), Gen.Frequency((2, Gen.Int[1, 200]), (1, Gen.Int[1, 12]))).SampleAsync(async (list, limit) =>
        {
            var whole = await Walk(list, 200);
            Assert.Equal(whole.Distinct().Count(), whole.Count);
            Assert.Equal(whole, await Walk(list, limit));
        }, iter: 20, threads: 1);

    [Fact]
    public async Task The_total_is_that_of_all_pages_and_the_last_has_no_next()
    {
        var first = await crowded.Get("/api/v1/treaties?limit=130&signed[gte]=1900");
        var total = first.Json.Number("total");
        Assert.Equal(CrowdedGraph.Treaties * 2 / 3, total);
        Assert.Equal(130, first.Json.List("items").Length);
        var next = first.Json.Text("next");
        Assert.Equal($"</api/v1/treaties?limit=130&signed%5Bgte%5D=1900&cursor={next}>; rel=\"next\"", first.Header("Link"));

        var last = await crowded.Get($"/api/v1/treaties?limit=130&signed%5Bgte%5D=1900&cursor={next}");
        Assert.Equal(total - 130, last.Json.List("items").Length);
        Assert.Equal(total, last.Json.Number("total"));
        Assert.Equal(JsonValueKind.Null, last.Json.At("next").ValueKind);
        Assert.Null(last.Header("Link"));
    }

    [Fact]
    public async Task A_total_that_no_index_knows_is_counted_to_ten_thousand()
    {
        await using var api = new TalkativeGraph();
        var known = await api.GetJson("/api/v1/statements?limit=1");
        Assert.Equal("items total next", known.Names());
        Assert.Equal(TalkativeGraph.Statements, known.Number("total"));
        Assert.Equal(TalkativeGraph.Statements, (await api.GetJson("/api/v1/statements?entity=pact&limit=1")).Number("total"));

        var counted = await api.GetJson("/api/v1/statements?standing=stated&limit=1");
        Assert.Equal("items total totalIsAtLeast next", counted.Names());
        Assert.Equal(10_000, counted.Number("total"));
        Assert.True(counted.Flag("totalIsAtLeast"));
        Assert.False((await api.GetJson("/api/v1/statements?standing=attributed&limit=1")).Has("totalIsAtLeast"));
    }

    [Fact]
    public async Task A_page_has_fifty_unless_told() =>
        Assert.Equal(50, (await crowded.GetJson("/api/v1/treaties")).List("items").Length);

    [Fact]
    public async Task A_list_that_just_fits_has_no_next() =>
        Assert.Equal(JsonValueKind.Null, (await invented.GetJson("/api/v1/treaties?limit=4")).At("next").ValueKind);

    [Fact]
    public async Task Limit_fields_and_expand_may_change_from_page_to_page()
    {
        var next = (await crowded.GetJson("/api/v1/relations?limit=3")).Text("next");
        var page = await crowded.GetJson($"/api/v1/relations?limit=5&fields=evidence&expand=evidence&cursor={next}");
        Assert.Equal(5, page.List("items").Length);
        Assert.All(page.List("items"), item => Assert.Equal("id evidence", item.Names()));
    }

    [Fact]
    public async Task A_cursor_changed_by_any_one_character_is_refused()
    {
        var cursor = (await crowded.GetJson("/api/v1/treaties?limit=1")).Text("next");
        for (var i = 0; i < cursor.Length; i++)
        {
            foreach (var other in "AB_z9".Where(other => other != cursor[i]).Take(2))
                await Refused($"/api/v1/treaties?cursor={cursor[..i]}{other}{cursor[(i + 1)..]}", "The cursor ");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("=")]
    [InlineData("%F0%9F%98%80")]
    public async Task A_cursor_with_more_at_its_end_is_refused(string more)
    {
        var cursor = (await crowded.GetJson("/api/v1/treaties?limit=1")).Text("next");
        await Refused(more.Length == 0 ? $"/api/v1/treaties?cursor={cursor[..^1]}" : $"/api/v1/treaties?cursor={cursor}{more}", "The cursor was changed or cut short.");
    }

    [Theory]
    [InlineData("/treaties?sort=-name")]
    [InlineData("/treaties?q=treaty")]
    [InlineData("/treaties?standing=stated")]
    [InlineData("/entities?")]
    public async Task A_cursor_of_another_query_is_refused(string query)
    {
        var cursor = (await crowded.GetJson("/api/v1/treaties?limit=1")).Text("next");
        await Refused($"/api/v1{query}&cursor={cursor}", "The cursor belongs to another query.");
    }

    [Fact]
    public async Task A_cursor_leads_on_though_its_parameters_come_in_another_order()
    {
        var next = (await crowded.GetJson("/api/v1/treaties?limit=2&q=treaty&sort=id")).Text("next");
        Assert.Equal("treaty-002 treaty-003", await crowded.GetIds($"/api/v1/treaties?cursor={next}&sort=id&limit=2&q=treaty"));
    }

    private async Task Refused(string path, string message)
    {
        var problem = await crowded.GetProblem(path, 400, "invalid-parameter");
        var error = Assert.Single(problem.List("errors"));
        Assert.Equal("cursor", error.Text("parameter"));
        Assert.StartsWith(message, error.Text("message"), StringComparison.Ordinal);
    }

    /// <summary>Every item of a list, page by page, each as its whole text.</summary>
    private async Task<List<string>> Walk(string list, int limit)
    {
        var items = new List<string>();
        string? cursor = null;
        do
        {
            var page = await crowded.GetJson($"/api/v1{list}&limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            items.AddRange(page.List("items").Select(item => item.GetRawText()));
            cursor = page.At("next").GetString();
            Assert.True(cursor is null || page.List("items").Length == limit, "A page that is not the last is full.");
        }
        while (cursor is not null);
        return items;
    }
}
