using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class ConditionalTests(Api api)
{
    private const string Path = "/api/v1/treaties/salt-treaty";

    public static TheoryData<string> Paths { get; } = new(
    [
        Path, "/api/v1/entities/salt-treaty", "/api/v1/treaties", "/api/v1/relations", "/api/v1/attributes", "/api/v1/statements", "/api/v1/documents", "/api/v1",
        "/api/v1/documents/charter/passages", "/api/v1/documents/charter/passages/founding.p1s1", "/api/v1/schema", "/api/v1/schema/kinds/treaty", "/api/v1/timeline",
        "/api/v1/schema/predicates/party", "/api/v1/debates/dredging-debate/map", "/api/v1/relations/tide-treaty.party.north-town", "/openapi/v1.json",
    ]);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_answer_has_a_strong_tag_and_is_not_sent_twice(string path)
    {
        using var first = await api.Get(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Matches("^\"[0-9]+\\.2\\.[0-9a-f]{16}\"$", TagOf(first));
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal("2", Assert.Single(first.Headers.GetValues("Graph-Revision")));

        using var second = await api.Get(path, ("If-None-Match", TagOf(first)));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TagOf(first), TagOf(second));
        Assert.Equal("no-cache", second.Headers.CacheControl!.ToString());
        Assert.Equal("2", Assert.Single(second.Headers.GetValues("Graph-Revision")));
    }

    [Theory]
    [InlineData("\"x\", {0}, \"y\"", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"x\"", 200)]
    [InlineData("{0}x", 200)]
    [InlineData("garbage", 200)]
    [InlineData("\"\"", 200)]
    [InlineData(",,,", 200)]
    [InlineData("W/", 200)]
    public async Task If_None_Match_needs_the_whole_tag(string sent, int status)
    {
        using var first = await api.Get(Path);
        using var second = await api.Get(Path, ("If-None-Match", sent.Replace("{0}", TagOf(first), StringComparison.Ordinal)));
        Assert.Equal(status, (int)second.StatusCode);
    }

    [Fact]
    public async Task A_part_of_the_tag_matches_nothing()
    {
        using var first = await api.Get(Path);
        var record = TagOf(first)[..TagOf(first).LastIndexOf('.')] + "\"";
        using var second = await api.Get(Path, ("If-None-Match", record));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Path_query_and_coding_decide_the_tag()
    {
        var tags = new List<string>();
        foreach (var (path, coding) in new[] { (Path, ""), ($"{Path}?fields=name", ""), ("/api/v1/entities/salt-treaty", ""), (Path, "br"), (Path, "gzip") })
        {
            using var response = await api.Get(path, ("Accept-Encoding", coding));
            tags.Add(TagOf(response));
        }
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task The_first_part_of_a_tag_is_the_revision_of_the_record()
    {
        using var treaty = await api.Get(Path);
        Assert.StartsWith("\"1.2.", TagOf(treaty), StringComparison.Ordinal);
        using var beacon = await api.Get("/api/v1/places/beacon");
        Assert.StartsWith("\"2.2.", TagOf(beacon), StringComparison.Ordinal);
        using var list = await api.Get("/api/v1/places");
        Assert.StartsWith("\"0.2.", TagOf(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_of_another_graph_is_worth_nothing()
    {
        await using var other = new Api();
        await other.InitializeAsync();
        using var first = await api.Get(Path);
        using var second = await other.Get(Path, ("If-None-Match", TagOf(first)));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Problems_are_not_kept()
    {
        using var response = await api.Get("/api/v1/treaties/nothing");
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Null(response.Headers.ETag);
    }

    private static string TagOf(HttpResponseMessage response) => response.Headers.GetValues("ETag").Single();
}
