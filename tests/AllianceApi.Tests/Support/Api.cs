using System.Net;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Packs;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace AllianceApi.Tests.Support;

/// <summary>The whole program over HTTP, on a database file of its own that is seeded from a folder of packs. It starts with its first request.</summary>
public class Api : IAsyncDisposable
{
    private readonly Lazy<string> _folder = new(() => Directory.CreateTempSubdirectory("api-").FullName);
    private readonly bool _listens;
    private readonly Func<string> _packs;
    private readonly Action<IServiceCollection> _services;
    private readonly IReadOnlyList<(string Name, string Value)> _settings;
    private Lazy<Task<WebApplicationFactory<Program>>> _program;

    /// <param name="packs">The folder of packs, a pack a folder.</param>
    /// <param name="services">What to exchange in the program.</param>
    /// <param name="listens">Whether it listens on a port of this machine, as in earnest.</param>
    /// <param name="settings">What is configured beside that.</param>
    internal Api(Func<string> packs, Action<IServiceCollection>? services = null, bool listens = false, params IReadOnlyList<(string Name, string Value)> settings)
    {
        _settings = settings;
        _listens = listens;
        _packs = packs;
        _services = services ?? (_ => { });
        _program = new(StartAsync);
    }

    /// <summary>How the database is named in settings.</summary>
    internal string Connection => $"Data Source={Path.Combine(_folder.Value, "graph.db")};Pooling=False";

    /// <summary>Stops the program; the next request starts it anew on the same database.</summary>
    internal async Task Restart()
    {
        await (await _program.Value).DisposeAsync();
        _program = new(StartAsync);
    }

    /// <summary>The program itself, started.</summary>
    internal Task<WebApplicationFactory<Program>> Server() => _program.Value;

    /// <summary>What of the program a test is about.</summary>
    internal async Task<T> Service<T>()
        where T : notnull => (await _program.Value).Services.GetRequiredService<T>();

    /// <summary>The answer to a GET, which has to be JSON.</summary>
    internal async Task<JsonElement> GetJson(string path)
    {
        var answer = await Get(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Text}");
        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
        return answer.Json;
    }

    /// <summary>The ids of a list's items, with spaces between them.</summary>
    internal async Task<string> GetIds(string path) => (await GetJson(path)).List("items").Select(item => item.Text("id")).Spaced();

    /// <summary>A GET that has to fail, in the shape of all problems.</summary>
    internal async Task<JsonElement> GetProblem(string path, int status, string code) => (await Get(path)).Problem(status, code);

    internal Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    internal async Task<Answer> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri($"http://localhost{path}"));
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        return await Send(request);
    }

    internal async Task<Answer> Send(HttpRequestMessage request)
    {
        using var client = (await _program.Value).CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var response = await client.SendAsync(request);
        return await Answer.Of(response);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_program.IsValueCreated)
            await (await _program.Value).DisposeAsync();
        if (_folder.IsValueCreated)
            Directory.Delete(_folder.Value, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<WebApplicationFactory<Program>> StartAsync()
    {
        var program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => _settings.Aggregate(host, (host, setting) => host.UseSetting(setting.Name, setting.Value))
            .UseSetting("ConnectionStrings:Graph", Connection)
            .UseSetting("Seed:Folder", _packs())
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Diagnostics", "None")
            .ConfigureTestServices(_services));
        if (_listens)
            program.UseKestrel(0);
        program.StartServer();
        // A program without what opens the graph never has one.
        if (program.Services.GetServices<IHostedService>().OfType<OpenGraph>().Any())
            await Task.WhenAny(program.Services.GetRequiredService<Head>().Loaded, Stopped(program));
        return program;
    }

    /// <summary>A program that cannot open its graph stops.</summary>
    private static Task Stopped(WebApplicationFactory<Program> program)
    {
        var stopped = new TaskCompletionSource();
        program.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopped.SetResult);
        return stopped.Task;
    }
}
