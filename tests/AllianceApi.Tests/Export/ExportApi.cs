using System.Net;
using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Packs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(AllianceApi.Tests.Export.ExportApi))]

namespace AllianceApi.Tests.Export;

/// <summary>The program upon a pack whose names are as hostile as a pack may have them, with denials, contradictions, times, views and a debate.</summary>
public class ExportApi : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export-").FullName;
    private readonly string _seed;

    public ExportApi()
        : this(Path.Combine(Root, "tests", "AllianceApi.Tests", "Export", "pack"))
    {
    }

    /// <param name="seed">The folder of packs; null to begin with nothing.</param>
    internal ExportApi(string? seed) => _seed = seed ?? Directory.CreateDirectory(Path.Combine(_folder, "seed")).FullName;

    /// <summary>The repository.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    internal Snapshot Graph => Services.GetRequiredService<Head>().Current!;

    public async ValueTask InitializeAsync() => await Services.GetRequiredService<Head>().Loaded.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>A file of this name beside the database.</summary>
    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    public async Task<HttpResponseMessage> Send(string method, string path, params (string Name, string Value)[] headers)
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    public async Task<string> GetText(string path)
    {
        using var response = await Send("GET", path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)response.StatusCode}: {text}");
        return text;
    }

    public async Task<JsonNode> GetJson(string path) => JsonNode.Parse(await GetText(path))!;

    /// <summary>The problem that a path answers with.</summary>
    public async Task<JsonNode> GetProblem(string path, int status, string code, params (string Name, string Value)[] headers)
    {
        using var response = await Send("GET", path, headers);
        Assert.Equal(status, (int)response.StatusCode);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(code, (string)problem["code"]!);
        return problem;
    }

    /// <summary>Loads a pack as the command line does, and shows what comes of it.</summary>
    internal async Task<LoadOutcome> Import(string pack)
    {
        var outcome = await Services.GetRequiredService<PackLoading>().LoadAsync(known => PackReader.Read(pack, known), CancellationToken.None);
        Services.GetRequiredService<Head>().Publish(outcome.Graph);
        return outcome;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Graph", $"Data Source={Path.Combine(_folder, "graph.db")};Pooling=False");
        builder.UseSetting("Seed:Folder", _seed);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "AllianceApi.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
