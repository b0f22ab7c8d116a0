using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Packs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceApi.Tests.Data;

/// <summary>A store on a database file that goes away with the test.</summary>
internal sealed class TemporaryStore : IDisposable, IDbContextFactory<GraphContext>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("store-").FullName;
    private readonly IInterceptor[] _interceptors;

    public TemporaryStore(params IInterceptor[] interceptors)
    {
        _interceptors = interceptors;
        Store = new Store(this, TimeProvider.System, new RecentChanges());
    }

    public Store Store { get; }

    public string Folder => _folder;

    public string File => Path.Combine(_folder, "graph.db");

    public string Connection => $"Data Source={File};Pooling=False";

    public GraphContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<GraphContext>();
        options.UseGraph(Connection).AddInterceptors(_interceptors);
        return new GraphContext(options.Options);
    }

    public Task<Snapshot> OpenAsync() => Store.OpenAsync(TestContext.Current.CancellationToken);

    /// <summary>Loads the pack of a folder, which must be without problems.</summary>
    public async Task<LoadOutcome> LoadAsync(string folder)
    {
        var loading = new PackLoading(Store, new Archive(this, new RecentChanges()), new SeedFolder(new ConfigurationBuilder().Build()));
        var outcome = await loading.LoadAsync(known => PackReader.Read(folder, known), TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Problems);
        return outcome;
    }

    /// <summary>Runs SQL as another program would.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"{Connection};Foreign Keys=True");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
