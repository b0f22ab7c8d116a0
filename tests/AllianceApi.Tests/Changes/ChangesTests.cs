using System.Globalization;
using System.Text.Json;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Changes;

/// <summary>Who applies the feed ends with the graph.</summary>
public sealed class ChangesTests(ITestOutputHelper output)
{
    private const string Feed = "/api/v1/changes";

    [Fact]
    public async Task A_follower_that_begins_empty_and_is_restarted_ends_equal_to_an_export()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var api = new CuratedGraph();
        var follower = new Follower();
        for (var change = 0; change < 30; change++)
        {
            await RandomWrites.Write(api, random, change);
            if (random.Next(4) == 0)
                await follower.Follow(api, random.Next(1, 40));
            // What it has applied is all that it knows.
            if (random.Next(8) == 0)
                await api.Restart();
        }
        await follower.Follow(api, 1_000);
        var export = (await api.Get("/api/v1/graph?format=ndjson")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.Text("type") is not ("passage" or "document"))
            .Select(line => $"{line.Text("type")} {line.At("record").GetRawText()}").Order(StringComparer.Ordinal);
        Assert.Equal(export, follower.Records.Where(record => record.Key.Type != "document").Select(record => $"{record.Key.Type} {record.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(2, follower.Records.Count(record => record.Key.Type == "document"));
    }

    [Fact]
    public async Task A_page_never_splits_a_revision_and_none_is_left_out()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("one", """["aland","ally-of","bland"]"""));
        var page = await api.GetJson($"{Feed}?limit=1");
        Assert.All(page.List("items"), item => Assert.Equal(1, item.Number("revision")));
        Assert.True(page.List("items").Length > 10);
        Assert.Equal(1, page.Number("next"));
        page = await api.GetJson($"{Feed}?since=1");
        var item = Assert.Single(page.List("items"));
        Assert.Equal(("put", "statement", "one", "Ada", "Put the statement 'one'."), (item.Text("op"), item.Text("type"), item.Text("id"), item.Text("by"), item.Text("note")));
        Assert.Empty((await api.GetJson($"{Feed}?since=2")).List("items"));
        Assert.Equal(page.GetRawText(), (await api.GetJson($"{Feed}?since={page.Text("graph")}-1")).GetRawText());
    }

    [Fact]
    public async Task Who_waits_is_answered_by_the_next_change()
    {
        await using var api = new CuratedGraph();
        await api.Key();
        var waiting = api.GetJson($"{Feed}?since=1&wait=30");
        await api.Made("statements", CuratedGraph.Statement("one", """["aland","ally-of","bland"]"""));
        Assert.Equal("one", (await waiting).List("items").Single().Text("id"));
        Assert.Empty((await api.GetJson($"{Feed}?since=2&wait=1")).List("items"));
    }

    [Fact]
    public async Task Events_go_on_where_they_broke_off()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("one", """["aland","ally-of","bland"]"""));
        var graph = (await api.GetJson($"{Feed}?since=2")).Text("graph");
        using var client = (await api.Server()).CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Feed, UriKind.Relative));
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Last-Event-ID", $"{graph}-1");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("one", $"{graph}-2"), await NextAsync(events));
        await api.Made("statements", CuratedGraph.Statement("two", """["aland","ally-of","bland"]"""));
        Assert.Equal(("two", $"{graph}-3"), await NextAsync(events));
    }

    [Theory]
    [InlineData("since=-1", 400, "invalid-parameter")]
    [InlineData("since=x", 400, "invalid-parameter")]
    [InlineData("since=99", 410, "gone")]
    [InlineData("since=another-1", 410, "gone")]
    [InlineData("wait=61", 400, "invalid-parameter")]
    [InlineData("wait=x", 400, "invalid-parameter")]
    [InlineData("limit=10001", 400, "invalid-parameter")]
    [InlineData("at=1953", 400, "invalid-parameter")]
    public async Task What_cannot_be_followed_is_told(string query, int status, string code)
    {
        await using var api = new CuratedGraph();
        await api.GetProblem($"{Feed}?{query}", status, code);
    }

    private static async Task<(string Id, string Event)> NextAsync(StreamReader events)
    {
        var last = "";
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                last = line[4..];
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return (JsonDocument.Parse(line[6..]).RootElement.Text("id"), last);
        }
        throw new EndOfStreamException();
    }

    /// <summary>Another system that keeps a copy.</summary>
    private sealed class Follower
    {
        private int _since;

        public Dictionary<(string Type, string Id), string> Records { get; } = [];

        public async Task Follow(CuratedGraph api, int limit)
        {
            while (true)
            {
                var page = await api.GetJson($"{Feed}?since={_since.ToString(CultureInfo.InvariantCulture)}&limit={limit.ToString(CultureInfo.InvariantCulture)}");
                foreach (var item in page.List("items"))
                {
                    Assert.True(item.Number("revision") > _since);
                    var key = (item.Text("type"), item.Text("id"));
                    if (item.Text("op") == "put")
                        Records[key] = item.At("record").GetRawText();
                    else
                        Assert.True(Records.Remove(key), $"{key} went and was not there");
                }
                if (page.Number("next") == _since)
                    return;
                _since = page.Number("next");
            }
        }
    }
}
