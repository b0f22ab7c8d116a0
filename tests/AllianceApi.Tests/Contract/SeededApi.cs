using System.Net;
using System.Text.Json.Nodes;
using AllianceApi.Graph;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The program over the seed that travels with it, in a database of its own.</summary>
public class SeededApi : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seeded-").FullName;
    private readonly Lazy<HttpClient> _client;

    public SeededApi() => _client = new(CreateClient);

    public HttpClient Client => _client.Value;

    /// <summary>The folder of packs that the graph is loaded from.</summary>
    protected virtual string Seed => Repository.Seed;

    internal Snapshot Graph => Services.GetRequiredService<Head>().Current!;

    public virtual async ValueTask InitializeAsync()
    {
        _ = Client;
        await Services.GetRequiredService<Head>().Loaded;
    }

    public async Task<string> TextAsync(string path)
    {
        var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {answer.StatusCode}: {text}");
        return text;
    }

    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await TextAsync(path))!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("ConnectionStrings:Graph", $"Data Source={_folder}/graph.db;Pooling=False")
        .UseSetting("Seed:Folder", Seed)
        .ConfigureLogging(logging => logging.ClearProviders());
}

/// <summary>Tests that share the program over the seed; none of them changes it.</summary>
[CollectionDefinition]
public sealed class OverTheSeed : ICollectionFixture<SeededApi>;
