using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Commands;

/// <summary>Runs a command on the configured database as it lies there: it is neither made nor migrated.</summary>
internal static class OnDatabase
{
    /// <param name="use">Takes the program's services and the connection string.</param>
    public static Task<int> Run(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings, Func<IServiceProvider, string, int> use) =>
        RunAsync(hosting, terminal, settings, (services, database) => Task.FromResult(use(services, database)));

    /// <inheritdoc cref="Run"/>
    public static async Task<int> RunAsync(Hosting hosting, Terminal terminal, IReadOnlyList<string> settings, Func<IServiceProvider, string, Task<int>> use)
    {
        try
        {
            using var host = hosting.Open([.. settings]);
            using var context = host.Services.GetRequiredService<IDbContextFactory<GraphContext>>().CreateDbContext();
            return await use(host.Services, context.Database.GetConnectionString()!);
        }
        catch (Exception error) when (SqliteStore.Explain(error) is not null)
        {
            return terminal.Failed(SqliteStore.Explain(error)!);
        }
    }
}
