using AllianceApi.Graph;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The whole program on a database file, seeded unless it holds something.</summary>
public sealed class ServedGraph : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string? _own;
    private readonly WebApplicationFactory<Program> _program;

    public ServedGraph()
        : this(Directory.CreateTempSubdirectory("alliance-").FullName) => _own = Path.GetDirectoryName(Database);

    /// <summary>Over what a folder holds, which stays.</summary>
    internal ServedGraph(string folder)
    {
        Database = Path.Combine(folder, "graph.db");
        _program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("ConnectionStrings:Graph", $"Data Source={Database};Pooling=False")
            .UseSetting("Logging:LogLevel:Default", "Warning"));
        Client = _program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    internal HttpClient Client { get; }

    private string Database { get; }

    public async ValueTask InitializeAsync() => await _program.Services.GetRequiredService<Head>().Loaded.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _program.DisposeAsync();
        if (_own is not null)
            Directory.Delete(_own, recursive: true);
    }
}
