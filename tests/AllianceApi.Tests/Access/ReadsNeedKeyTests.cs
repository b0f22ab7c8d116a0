using System.Net;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Access;

/// <summary>A server on which reading is not open to all.</summary>
public sealed class ReadsNeedKeyTests(ReadsNeedKeyTests.ClosedGraph api) : IClassFixture<ReadsNeedKeyTests.ClosedGraph>
{
    public sealed class ClosedGraph() : Api(() => InventedGraph.Folder, settings: ("Access:ReadsNeedKey", "true"));

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/treaties")]
    [InlineData("/api/v1/treaties/lantern-pact")]
    [InlineData("/api/v1/treaties/nothing")]
    [InlineData("/api/v1/graph?format=turtle")]
    [InlineData("/api/v1/search?q=pact")]
    public async Task Reads_need_a_credential_of_any_scope(string path)
    {
        Assert.Contains("the scope 'read'", (await api.Get(path)).Problem(401, "unauthorized").Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Send(HttpMethod.Head, path)).Status);
        foreach (var scope in Scopes.All)
        {
            var (_, key) = await (await api.Service<ApiKeys>()).CreateAsync("Somebody", scope, null, CancellationToken.None);
            var answer = await api.Get(path, ("X-Api-Key", key.Reveal()));
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, answer.Text);
            Assert.Equal(answer.Status == HttpStatusCode.OK ? "no-cache, private" : "no-store", answer.Header("Cache-Control"));
        }
    }

    [Fact]
    public async Task So_do_questions_by_POST() => (await api.Post(Asking.Match, "{}")).Problem(401, "unauthorized");

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/problems")]
    [InlineData("/problems/unauthorized")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/schemas/pack.json")]
    [InlineData("/vocabulary")]
    [InlineData("/swagger/index.html")]
    public async Task What_says_nothing_of_the_graph_stays_open(string path) => Assert.Equal(HttpStatusCode.OK, (await api.Get(path)).Status);

    [Fact]
    public async Task A_browser_may_ask_beforehand_whether_it_may_send_the_key()
    {
        var answer = await api.Send(HttpMethod.Options, "/api/v1/treaties",
            ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "x-api-key"));
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("x-api-key", answer.Header("Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task The_document_says_so()
    {
        var operation = (await api.GetJson("/openapi/v1.json")).At("paths").At("/api/v1/treaties").At("get");
        Assert.EndsWith("Needs the scope `read`.", operation.Text("description"), StringComparison.Ordinal);
        Assert.Equal("apiKey bearer", operation.List("security").Select(scheme => scheme.Names()).Spaced());
        Assert.All(["401", "403", "429"], status => Assert.True(operation.At("responses").Has(status), status));
    }
}
