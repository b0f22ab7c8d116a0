using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The whole program on a database file of its own, seeded unless it holds something.</summary>
public sealed class ServedGraph : IAsyncLifetime
{
    private readonly string? _folder;
    private readonly WebApplicationFactory<Program> _program;

    public ServedGraph()
        : this(Directory.CreateTempSubdirectory("alliance-").FullName, owned: true)
    {
    }

    internal ServedGraph(string folder, bool owned = false)
    {
        _folder = owned ? folder : null;
        _program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("ConnectionStrings:Graph", $"Data Source={Path.Combine(folder, "graph.db")};Pooling=False")
            .UseSetting("Logging:LogLevel:Default", "Warning"));
        Client = _program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    internal HttpClient Client { get; }

    public async ValueTask InitializeAsync()
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (await StatusOf("/health/ready") != HttpStatusCode.OK)
        {
            Assert.True(DateTime.UtcNow < until, "The graph does not become ready.");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _program.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpStatusCode> StatusOf(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
