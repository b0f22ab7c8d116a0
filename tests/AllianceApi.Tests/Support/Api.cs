using System.Net;
using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Packs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceApi.Tests.Support;

/// <summary>The program, served in memory upon a database in memory, seeded from packs; made once for all tests that only read.</summary>
public class Api : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _seed;
    private readonly string _connection = $"Data Source=file:{Guid.NewGuid():N}?mode=memory&cache=shared";
    private readonly SqliteConnection _open;
    private readonly Lazy<HttpClient> _client;

    public Api()
        : this(SeedFolders.League)
    {
    }

    protected Api(string seed)
    {
        _seed = seed;
        _open = new SqliteConnection(_connection);
        _open.Open();
        _client = new(() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress }));
    }

    public HttpClient Client => _client.Value;

    internal Snapshot Graph => Services.GetRequiredService<Head>().Current!;

    public virtual async ValueTask InitializeAsync()
    {
        _ = Client;
        await Services.GetRequiredService<Head>().Loaded.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Sends what the client library would not: any method, any header.</summary>
    public async Task<HttpResponseMessage> Send(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send("GET", path, headers);

    public async Task<string> GetText(string path)
    {
        using var response = await Get(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)response.StatusCode}: {text}");
        return text;
    }

    /// <summary>What a path answers with, which must be 200 and JSON.</summary>
    public async Task<JsonNode> GetJson(string path) => JsonNode.Parse(await GetText(path))!;

    /// <summary>The ids of a list's items, in their order.</summary>
    public async Task<IReadOnlyList<string>> GetIds(string path) => IdsOf(await GetJson(path));

    public static IReadOnlyList<string> IdsOf(JsonNode page) =>
        [.. page["items"]!.AsArray().Select(item => (string)(item!["id"] ?? item["locator"] ?? item["fact"])!)];

    /// <summary>Asserts that a list has just these items, in this order.</summary>
    public async Task AssertIds(string path, params string[] ids)
    {
        var page = await GetJson(path);
        Assert.Equal(ids, IdsOf(page));
        Assert.Equal(ids.Length, (int)page["total"]!);
    }

    /// <summary>Asserts that a path answers with a problem, whole as the contract has it.</summary>
    public async Task<JsonNode> AssertProblem(string path, int status, string code, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var response = await Send(method, path, headers);
        return await AssertProblem(response, status, code);
    }

    public static async Task<JsonNode> AssertProblem(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{response.RequestMessage!.RequestUri!.PathAndQuery} answers {(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal($"/problems/{code}", (string)problem["type"]!);
        Assert.Equal(code, (string)problem["code"]!);
        Assert.Equal(status, (int)problem["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string)problem["title"]!));
        Assert.False(string.IsNullOrWhiteSpace((string)problem["detail"]!));
        Assert.StartsWith("/", (string)problem["instance"]!, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace((string)problem["traceId"]!));
        return problem;
    }

    /// <summary>Asserts that a query is refused for one parameter, with a message that has these words.</summary>
    public async Task<JsonNode> AssertRefused(string path, string parameter, string message)
    {
        var problem = await AssertProblem(path, 400, "invalid-parameter");
        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal(parameter, (string)error["parameter"]!);
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
        return error;
    }

    /// <summary>Loads a pack as the command line does, and shows what comes of it.</summary>
    internal async Task<LoadOutcome> Import(string folder)
    {
        var outcome = await Services.GetRequiredService<PackLoading>().LoadAsync(known => PackReader.Read(folder, known), CancellationToken.None);
        Services.GetRequiredService<Head>().Publish(outcome.Graph);
        return outcome;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Graph", _connection);
        builder.UseSetting("Seed:Folder", _seed);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _open.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
