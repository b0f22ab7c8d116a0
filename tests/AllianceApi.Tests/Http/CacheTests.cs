using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>What the output cache holds is what would be answered, and is never given where it must not.</summary>
public sealed class CacheTests(InventedGraph invented)
{
    [Theory]
    [InlineData("/api/v1/treaties/lantern-pact?fields=aliases,name")]
    [InlineData("/api/v1/events?limit=1&fields=name")]
    [InlineData("/api/v1/graph/subgraph?roots=lantern-pact&format=turtle")]
    public async Task A_second_answer_is_held_and_the_same(string path)
    {
        var first = await invented.Get(path, ("Accept-Encoding", "identity"));
        var second = await invented.Get(path, ("Accept-Encoding", "identity"));
        Assert.Null(first.Header("Age"));
        Assert.NotNull(second.Header("Age"));
        Assert.Equal(first.Text, second.Text);
        foreach (var header in new[] { "ETag", "Vary", "Cache-Control", "Graph-Revision", "Content-Type", "Link", "X-Content-Type-Options" })
            Assert.Equal(first.Header(header), second.Header(header));
    }

    [Fact]
    public async Task What_is_held_answers_conditions_too()
    {
        const string path = "/api/v1/actors?limit=2";
        var tag = (await invented.Get(path)).Header("ETag")!;
        Assert.NotNull((await invented.Get(path)).Header("Age"));
        var known = await invented.Get(path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, known.Status);
        Assert.Empty(known.Bytes);
        Assert.Equal(tag, known.Header("ETag"));
        Assert.Equal(HttpStatusCode.OK, (await invented.Get(path, ("If-None-Match", "\"other\""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await invented.Get(path, ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"))).Status);
    }

    [Theory]
    [InlineData("/api/v1/actors?limit=3", "Cache-Control", "no-cache")]
    [InlineData("/api/v1/actors?limit=4", "Cache-Control", "no-store")]
    [InlineData("/api/v1/actors?limit=5", "Cache-Control", "only-if-cached")]
    public async Task Who_wants_an_answer_made_anew_gets_it(string path, string header, string value)
    {
        await invented.Get(path);
        var answer = await invented.Get(path, (header, value));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Header("Age"));
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("X-Api-Key", "x")]
    public async Task Nobody_with_credentials_is_answered_from_it(string header, string value)
    {
        var path = $"/api/v1/actors?limit=6&fields={(header == "Authorization" ? "name" : "kind")}";
        var first = await invented.Get(path, (header, value));
        Assert.Null(first.Header("Age"));
        Assert.Null((await invented.Get(path)).Header("Age"));
        Assert.Null((await invented.Get(path, (header, value))).Header("Age"));
    }

    [Fact]
    public async Task Requests_that_differ_in_anything_are_told_apart()
    {
        const string path = "/api/v1/treaties/lantern-pact?fields=kind";
        await invented.Get(path);
        Assert.NotNull((await invented.Get(path)).Header("Age"));
        Assert.Equal(HttpStatusCode.BadRequest, (await invented.Get(path.Replace("fields", "Fields"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await invented.Get(path.Replace("lantern", "Lantern"))).Status);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await invented.Get(path, ("Accept", "text/html"))).Status);
        Assert.Equal("gzip", (await invented.Get(path, ("Accept-Encoding", "gzip"))).Header("Content-Encoding"));
        Assert.Equal("br", (await invented.Get(path, ("Accept-Encoding", "br"))).Header("Content-Encoding"));
        var head = await invented.Send(HttpMethod.Head, path);
        Assert.Empty(head.Bytes);
        Assert.Null(head.Header("Age"));
    }

    [Theory]
    [InlineData("/api/v1/treaties/never-made")]
    [InlineData("/api/v1/treaties?limit=0")]
    [InlineData("/health/ready")]
    public async Task Problems_and_what_is_not_of_the_graph_are_not_held(string path)
    {
        await invented.Get(path);
        Assert.Null((await invented.Get(path)).Header("Age"));
    }

    [Fact]
    public async Task A_new_revision_is_never_answered_with_an_older_one()
    {
        await using var api = new Api(() => InventedGraph.Folder);
        const string path = "/api/v1/treaties?fields=name";
        var before = await api.Get(path);
        Assert.NotNull((await api.Get(path)).Header("Age"));
        await ChangedGraph.Load(api, folder =>
        {
            ChangedGraph.Copy(folder);
            var entities = Path.Combine(folder, "entities.yaml");
            File.WriteAllText(entities, File.ReadAllText(entities).Replace("name: Lantern Pact", "name: Lamp Pact"));
        });
        var after = await api.Get(path);
        Assert.Null(after.Header("Age"));
        Assert.Equal("2", after.Header("Graph-Revision"));
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
        Assert.Contains("Lamp Pact", after.Text);
    }

    [Fact]
    public async Task A_page_of_others_may_read_what_is_held()
    {
        const string path = "/api/v1/treaties?limit=7";
        await invented.Get(path);
        var answer = await invented.Get(path, ("Origin", "https://elsewhere.example"));
        Assert.NotNull(answer.Header("Age"));
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }
}
