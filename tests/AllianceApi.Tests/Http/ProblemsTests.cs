using System.Data.Common;
using System.Net;
using AllianceApi.Access;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Packs;
using AllianceApi.Tests.Contract;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>Every problem of the catalogue, reached by a request.</summary>
public sealed class ProblemsTests(InventedGraph invented, SeedGraph seed, ChangedGraph changed, EveryShape large, GuardedGraph guarded, CuratedGraph curated)
    : IClassFixture<ChangedGraph>, IClassFixture<EveryShape>, IClassFixture<CuratedGraph>
{
    /// <summary>Any predicate, back and forth, to something that is not there.</summary>
    private const string Runaway =
        """
        { "where": [["?a", "?p", "?b"], ["?c", "?q", "?b"], ["?c", "?r", "?d"], ["?e", "?s", "?d"], ["?e", "?t", "?f"], ["?g", "?u", "?f"], ["?g", "?v", { "startsWith": "no such literal" }]] }
        """;

    private const string Shape = "type title status code detail instance traceId";
    private const string Unwell = "/api/v1/statements/whatever";

    /// <summary>How each is reached. A code without a line here fails the test of the catalogue.</summary>
    private Dictionary<string, Func<Task<Answer>>> Requests => new()
    {
        ["invalid-parameter"] = () => invented.Get("/api/v1/treaties?limit=0"),
        ["bad-request"] = () => Failing(new BadHttpRequestException("secret")),
        ["unauthorized"] = () => guarded.Ask("POST"),
        ["forbidden"] = async () => await guarded.Ask("POST", ("X-Api-Key", await guarded.NewKey(Scope.Read))),
        ["unknown-path"] = () => invented.Get("/api/v1/nothing"),
        ["unknown-id"] = () => invented.Get("/api/v1/treaties/nothing"),
        ["method-not-allowed"] = () => invented.Send(HttpMethod.Put, "/api/v1/treaties"),
        ["not-acceptable"] = () => invented.Get("/api/v1/treaties", ("Accept", "image/png")),
        ["gone"] = () => changed.Get("/api/v1/statements/truce-dated"),
        ["uri-too-long"] = () => invented.Get($"/api/v1/treaties?q={new string('a', 9_000)}"),
        ["content-too-large"] = () => seed.Post(Asking.Match, new string(' ', 1_000_001)),
        ["unsupported-media-type"] = () => PostText(seed),
        ["invalid-body"] = () => seed.Post(Asking.Match, "{}"),
        ["too-costly"] = () => seed.Post(Asking.Match, Runaway),
        ["too-large-to-draw"] = () => large.Get("/api/v1/graph?format=svg"),
        ["too-many-requests"] = TooManyTries,
        ["invalid-header"] = () => curated.Write("POST", "statements", "{}", ("Idempotency-Key", "\"\"")),
        ["conflict"] = () => curated.Write("POST", "statements", CuratedGraph.Statement("pact-parties", "")),
        ["in-progress"] = InProgress,
        ["precondition-failed"] = () => curated.Write("DELETE", "statements/pact-parties", null, ("If-Match", "\"99.99.x\"")),
        ["precondition-required"] = () => curated.Write("DELETE", "statements/pact-parties"),
        ["key-reused"] = KeyReused,
        ["past-not-ready"] = PastNotReady,
        ["storage-failed"] = () => Unwritable(new SqliteException("secret", 8)),
        ["storage-full"] = () => Unwritable(new SqliteException("secret", 13)),
        ["internal-error"] = () => Failing(new InvalidOperationException("secret")),
        ["not-ready"] = NotReady,
    };

    public static TheoryData<string> Codes { get; } = [.. Problem.All.Select(problem => problem.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Each_is_reached_by_a_request(string code)
    {
        var expected = Problem.Find(code)!;
        var problem = (await Requests[code]()).Problem(expected.Status, code);
        Assert.Equal(expected.Title, problem.Text("title"));
        Assert.StartsWith(Shape, problem.Names().Replace(" errors", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", problem.Text("traceId"));
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/api")]
    [InlineData("/api/v2/treaties")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/treaties/lantern-pact/nothing")]
    [InlineData("/api/v1/treaties/lantern-pact/map")]
    public async Task A_path_that_is_none_says_where_the_API_is(string path)
    {
        var problem = await invented.GetProblem(path, 404, "unknown-path");
        Assert.Equal(Shape, problem.Names());
        Assert.Equal(path, problem.Text("instance"));
        Assert.Contains("GET /api/v1 lists what there is", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/treaties/aland", "actors/aland")]
    [InlineData("/api/v1/actors/lantern-pact?fields=id", "treaties/lantern-pact")]
    public async Task An_id_of_another_kind_is_a_404_that_names_its_typed_path(string path, string right)
    {
        var answer = await invented.Get(path);
        Assert.Contains($"see /api/v1/{right}.", answer.Problem(404, "unknown-id").Text("detail"), StringComparison.Ordinal);
        Assert.Equal($"</api/v1/{right}>; rel=\"alternate\"", answer.Header("Link"));
    }

    [Theory]
    [InlineData("treaties/lantern-pct", "There is no entity 'lantern-pct'. Did you mean 'lantern-pact'?")]
    [InlineData("entities/lantern-pct/relations", "There is no entity 'lantern-pct'. Did you mean 'lantern-pact'?")]
    [InlineData("entities/xyzzy", "There is no entity 'xyzzy'.")]
    [InlineData("statements/side", "There is no statement 'side'. Did you mean 'sides'")]
    public async Task An_unknown_id_is_a_404_with_the_nearest(string path, string detail) =>
        Assert.StartsWith(detail, (await invented.GetProblem($"/api/v1/{path}", 404, "unknown-id")).Text("detail"), StringComparison.Ordinal);

    [Theory]
    [InlineData("POST", "/api/v1/timeline")]
    [InlineData("PUT", "/api/v1/entities/lantern-pact")]
    [InlineData("PATCH", "/api/v1/documents/charter-review")]
    [InlineData("DELETE", "/api/v1/attributes/lantern-pact.signed.1953")]
    [InlineData("OPTIONS", "/api/v1")]
    [InlineData("POST", "/health/live")]
    [InlineData("POST", "/problems/gone")]
    public async Task A_method_that_a_path_does_not_take_is_a_405_with_those_that_it_does(string method, string path)
    {
        var answer = await invented.Send(new HttpMethod(method), path);
        Assert.Equal("GET, HEAD", answer.Header("Allow"));
        Assert.Equal($"This path does not take {method}; it takes GET, HEAD.", answer.Problem(405, "method-not-allowed").Text("detail"));
    }

    [Fact]
    public async Task The_trace_of_the_caller_is_kept()
    {
        var answer = await invented.Get("/api/v1/nothing", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", answer.Json.Text("traceId"));
    }

    [Fact]
    public async Task Before_the_graph_is_loaded_only_the_API_is_not_there()
    {
        await using var api = new Api(() => InventedGraph.Folder, NeverOpened);
        foreach (var path in new[] { "/api/v1", "/api/v1/treaties", "/openapi/v1.json", "/health/ready" })
        {
            var answer = await api.Get(path);
            Assert.Equal(path, answer.Problem(503, "not-ready").Text("instance"));
            Assert.Equal("1", answer.Header("Retry-After"));
            Assert.Null(answer.Header("Graph-Revision"));
        }
        foreach (var path in new[] { "/health/live", "/problems", "/problems/not-ready" })
            Assert.Equal(HttpStatusCode.OK, (await api.Get(path)).Status);
    }

    private static async Task<Answer> PostText(Api api)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://localhost{Asking.Match}")) { Content = new StringContent("{}") };
        return await api.Send(request);
    }

    private static async Task<Answer> Failing(Exception error)
    {
        await using var api = new Api(() => InventedGraph.Folder, services => services.AddSingleton<FindGone>((_, _, _) => throw error));
        var answer = await api.Get(Unwell);
        // What fails once does not take the rest with it.
        await api.GetJson("/api/v1/treaties");
        return answer;
    }

    private static async Task<Answer> TooManyTries()
    {
        await using var alone = new GuardedGraph();
        Answer answer;
        do
            answer = await alone.Ask("POST", ("X-Api-Key", "nonsense"), (GuardedEndpoints.AddressHeader, "203.0.113.1"));
        while (answer.Status == HttpStatusCode.Unauthorized);
        return answer;
    }

    private async Task<Answer> KeyReused()
    {
        await curated.Write("POST", "statements", CuratedGraph.Statement("kept", """["aland","ally-of","bland"]"""), ("Idempotency-Key", "one"));
        return await curated.Write("POST", "statements", CuratedGraph.Statement("other", """["aland","ally-of","bland"]"""), ("Idempotency-Key", "one"));
    }

    /// <summary>While somebody else has the turn, a write waits, and its repetition is told so.</summary>
    private async Task<Answer> InProgress()
    {
        var mayGo = new TaskCompletionSource();
        var hasTurn = new TaskCompletionSource();
        var turn = (await curated.Service<Turns>()).TakeAsync(async _ =>
        {
            hasTurn.SetResult();
            await mayGo.Task;
            return true;
        }, CancellationToken.None);
        await hasTurn.Task;
        var first = Write();
        var second = Write();
        var refused = await await Task.WhenAny(first, second);
        mayGo.SetResult();
        await Task.WhenAll(first, second, turn);
        return refused;

        Task<Answer> Write() => curated.Write("POST", "statements", CuratedGraph.Statement("waiting", """["aland","ally-of","bland"]"""), ("Idempotency-Key", "two"));
    }

    private static async Task<Answer> PastNotReady()
    {
        await using var api = new Api(() => InventedGraph.Folder, services => services.AddSingleton<FindPast>((_, _, _, _) => Task.FromResult<Snapshot?>(null)));
        return await api.Get("/api/v1/treaties?at=1953");
    }

    /// <summary>A write to a store whose disk fails.</summary>
    private static async Task<Answer> Unwritable(SqliteException error)
    {
        var disk = new FailingDisk(error);
        await using var api = new CuratedGraph(services => services.ConfigureDbContext<GraphContext>(options => options.AddInterceptors(disk)));
        await api.Key();
        disk.Fails = true;
        var answer = await api.Write("POST", "statements", CuratedGraph.Statement("never", """["aland","ally-of","bland"]"""));
        // Reads go on, and nothing was changed.
        Assert.Equal(1, await api.Revision());
        return answer;
    }

    private sealed class FailingDisk(SqliteException error) : DbTransactionInterceptor
    {
        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            Fails ? throw error : ValueTask.FromResult(result);
    }

    private static async Task<Answer> NotReady()
    {
        await using var api = new Api(() => InventedGraph.Folder, NeverOpened);
        return await api.Get("/api/v1/treaties");
    }

    private static void NeverOpened(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(OpenGraph)));
}
