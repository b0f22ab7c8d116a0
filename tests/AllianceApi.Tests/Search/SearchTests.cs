using System.Net;
using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Search;

/// <summary><c>/search</c> over HTTP.</summary>
public sealed class SearchTests(InventedGraph invented, CrowdedGraph crowded, SeedGraph seed)
{
    [Theory]
    [InlineData("lantern pact", "lantern-pact pact-parties")]
    [InlineData("LÁNTERN pacts", "lantern-pact pact-parties")]
    [InlineData("harbor", "harbour-accord accord-signed")]
    [InlineData("\"lantern pact\"", "lantern-pact pact-parties")]
    [InlineData("\"pact lantern\"", "")]
    [InlineData("lant*", "lantern-pact pact-parties")]
    [InlineData("pact -lantern", "is-it-good calm-maybe pact-signed-later sides fans no-cland")]
    [InlineData("cafe accord", "lantern-pact")]
    [InlineData("peacetime", "no-cland")]
    [InlineData("l.p.", "lantern-pact")]
    [InlineData("lp", "lantern-pact")]
    public async Task Finds_entities_and_statements_with_all_words(string question, string ids) => Assert.Equal(ids, await invented.GetIds(Ask(question)));

    [Theory]
    [InlineData("pact&type=entity", "lantern-pact is-it-good fans")]
    [InlineData("pact&kind=actor,debate", "is-it-good fans")]
    [InlineData("argument&standing=attributed", "calm-views cost-on-reefs")]
    [InlineData("pact&document=harbour-notes", "calm-maybe no-cland")]
    [InlineData("pact&section=founding", "pact-parties pact-signed-later")]
    [InlineData("october&section=founding", "accord-signed reef-signed")]
    [InlineData("october&section=founding-terms", "accord-signed reef-signed")]
    [InlineData("pact&section=harbour-notes/outlook", "calm-maybe no-cland")]
    [InlineData("pact&kind=actor&standing=stated", "")]
    public async Task Filters_keep_what_they_name(string query, string ids) =>
        Assert.Equal(Sorted(ids), Sorted(await invented.GetIds($"/api/v1/search?q={query}")));

    [Fact]
    public async Task Each_facet_counts_what_its_filter_leaves()
    {
        var facets = (await invented.GetJson("/api/v1/search?q=pact&facets=kind,standing,document,section")).At("facets");
        Assert.Equal("kind standing document section", facets.Names());
        foreach (var facet in facets.EnumerateObject())
        {
            Assert.NotEmpty(facet.Value.EnumerateArray());
            foreach (var value in facet.Value.EnumerateArray())
                Assert.Equal(value.Number("count"), (await invented.GetJson($"/api/v1/search?q=pact&{facet.Name}={value.Text("value")}")).Number("total"));
        }
        Assert.Equal("", (await invented.GetJson("/api/v1/search?q=pact")).At("facets").Names());
    }

    [Fact]
    public async Task Highlights_count_code_points_of_the_text_that_is_shown()
    {
        var found = await invented.GetJson(Ask("bland"));
        foreach (var item in found.List("items"))
        {
            Assert.NotEmpty(item.List("highlights"));
            foreach (var highlight in item.List("highlights"))
            {
                var text = highlight.Has("value") ? highlight.Text("value") : item.Text(highlight.Text("field"));
                var runes = text.EnumerateRunes().Skip(highlight.Number("start")).Take(highlight.Number("length"));
                Assert.Equal("bland", AllianceApi.Graph.Fold.Text(string.Concat(runes)));
            }
        }
    }

    [Fact]
    public async Task What_is_misspelt_is_put_right_and_said()
    {
        var found = await invented.GetJson(Ask("lantren pact"));
        Assert.Equal("lantern pact", found.Text("didYouMean"));
        Assert.Equal("lantern-pact pact-parties", found.Ids("items"));
        Assert.False((await invented.GetJson(Ask("lantern"))).Has("didYouMean"));
        Assert.False((await invented.GetJson(Ask("zzzzzzzzzzzz"))).Has("didYouMean"));
    }

    [Theory]
    [InlineData("treaty")]
    [InlineData("tr*")]
    [InlineData("treta")]
    [InlineData("treaty&type=entity")]
    public async Task Pages_show_every_hit_once(string question)
    {
        var all = await Walk(question, 200);
        Assert.Equal(all, await Walk(question, 17));
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.True(all.Count >= CrowdedGraph.Treaties);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_question()
    {
        var next = (await crowded.GetJson("/api/v1/search?q=treaty&limit=2")).Text("next");
        Assert.Contains("another query", (await crowded.GetProblem($"/api/v1/search?q=state&limit=2&cursor={next}", 400, "invalid-parameter")).Text("detail"), StringComparison.Ordinal);
        var answer = await crowded.Get($"/api/v1/search?q=treaty&limit=2&cursor={next}");
        Assert.StartsWith("</api/v1/search?q=treaty&limit=2&cursor=", answer.Header("Link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_conditional_and_answers_HEAD()
    {
        var answer = await seed.Get("/api/v1/search?q=treaty");
        Assert.Equal(HttpStatusCode.NotModified, (await seed.Get("/api/v1/search?q=treaty", ("If-None-Match", answer.Header("ETag")!))).Status);
        var head = await seed.Send(HttpMethod.Head, "/api/v1/search?q=treaty");
        Assert.Equal((HttpStatusCode.OK, 0, answer.Header("Content-Length")), (head.Status, head.Bytes.Length, head.Header("Content-Length")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22")]
    [InlineData("?q=(((")]
    [InlineData("?q=*")]
    [InlineData("?q=-pact")]
    [InlineData("?q=%00")]
    [InlineData("?q=%EF%BF%BE")]
    [InlineData("?q=%F0%9F%99%82")]
    [InlineData("?q=%E2%80%8F%E2%80%8E")]
    [InlineData("?q=a*+b*+c*+d*+e*+f*+g*+h*+i*")]
    [InlineData("?q=a-b+c-d+e-f+%22g+h%22+i*+j*+k*+l*+m-n")]
    [InlineData("?q=pact&type=fact")]
    [InlineData("?q=pact&kind=nope")]
    [InlineData("?q=pact&document=nope")]
    [InlineData("?q=pact&section=nope")]
    [InlineData("?q=pact&facets=nope")]
    [InlineData("?q=pact&limit=0")]
    [InlineData("?q=pact&sort=name")]
    public async Task What_cannot_be_asked_is_a_clear_problem(string query) => await invented.GetProblem($"/api/v1/search{query}", 400, "invalid-parameter");

    [Theory]
    [InlineData("NEAR(")]
    [InlineData("the of and")]
    [InlineData("pact\u200F \u202Eparties")]
    [InlineData("pa\u0000ct")]
    [InlineData("\"pact")]
    [InlineData("🙂 pact 🙂")]
    [InlineData("pact AND NOT \"")]
    [InlineData("pact --parties-- ---")]
    [InlineData("한미동맹 同盟")]
    public async Task Odd_questions_are_answered(string question) => await invented.GetJson(Ask(question));

    [Fact]
    public async Task Ten_thousand_characters_are_refused()
    {
        await invented.GetProblem(Ask(new string('a', 10_000)), 414, "uri-too-long");
        await invented.GetProblem(Ask(string.Concat(Enumerable.Repeat("ab ", 700))), 400, "invalid-parameter");
        await invented.GetProblem($"/api/v1/entities?q={string.Join('+', Enumerable.Range(100, 900))}", 400, "invalid-parameter");
    }

    [Fact]
    public async Task The_words_of_lists_begin_words_as_written() => await Assert.AllAsync(new[]
    {
        ("entities?q=lant", "lantern-pact"), ("entities?q=cafe+acc", "lantern-pact"), ("entities?q=harbor", ""), ("treaties?q=harbour", "harbour-accord"),
        ("statements?q=peacetime", ""), ("statements?q=neither+aland", "no-cland"), ("actors?q=republique", "bland"),
    }, async list => Assert.Equal(list.Item2, await invented.GetIds($"/api/v1/{list.Item1}")));

    private static string Ask(string question) => $"/api/v1/search?q={Uri.EscapeDataString(question)}";

    private static string Sorted(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order().Spaced();

    private async Task<List<string>> Walk(string question, int limit)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await crowded.GetJson($"/api/v1/search?q={question}&limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            ids.AddRange(page.List("items").Select(item => item.Text("id")));
            cursor = page.At("next").ValueKind == JsonValueKind.Null ? null : page.Text("next");
        }
        while (cursor is not null);
        return ids;
    }
}
