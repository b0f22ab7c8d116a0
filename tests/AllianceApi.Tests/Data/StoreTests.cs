using System.Data.Common;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Packs;
using AllianceApi.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceApi.Tests.Data;

/// <summary>The database keeps itself right, and a change is written whole or not at all.</summary>
public sealed class StoreTests(InventedGraph invented)
{
    [Fact]
    public void Migrations_are_what_the_model_is()
    {
        using var context = new DesignTimeContext().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("INSERT INTO \"Supports\" (\"StatementId\", \"FactId\", \"Position\") VALUES ('sides', 'nothing', 0)", "FOREIGN KEY")]
    [InlineData("INSERT INTO \"Bearers\" (\"StatementId\", \"EntityId\", \"Position\") VALUES ('sides', 'nobody', 0)", "FOREIGN KEY")]
    [InlineData("INSERT INTO \"Citations\" (\"StatementId\", \"DocumentId\", \"Locator\", \"Position\") VALUES ('sides', 'harbour-notes', 'founding.p1s1', 0)", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Entities\" WHERE \"Id\" = 'aland'", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Predicates\" WHERE \"Id\" = 'party'", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Facts\" WHERE \"Id\" = 'lantern-pact.signed.1953'", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Documents\" WHERE \"Id\" = 'harbour-notes'", "FOREIGN KEY")]
    [InlineData("UPDATE \"Facts\" SET \"ObjectId\" = NULL WHERE \"PredicateId\" IS NOT NULL", "CK_Facts_Form")]
    [InlineData("UPDATE \"Facts\" SET \"Negated\" = 1 WHERE \"Attribute\" IS NOT NULL", "CK_Facts_Form")]
    [InlineData("UPDATE \"Entities\" SET \"ActorType\" = 'King' WHERE \"Id\" = 'aland'", "CK_Entities_ActorType")]
    [InlineData("UPDATE \"Entities\" SET \"Id\" = '' WHERE \"Id\" = 'calm'", "CK_Entities_Id")]
    [InlineData("UPDATE \"Passages\" SET \"End\" = \"Start\"", "CK_Passages_Place")]
    [InlineData("UPDATE \"Passages\" SET \"Start\" = 0", "UNIQUE")]
    [InlineData("UPDATE \"Documents\" SET \"Sha256\" = 'short'", "CK_Documents_Sha256")]
    [InlineData("UPDATE \"Predicates\" SET \"InverseId\" = NULL WHERE \"Id\" = 'party'", "CK_Predicates_Inverse")]
    [InlineData("UPDATE \"Predicates\" SET \"InverseId\" = 'party-to' WHERE \"Id\" = 'part-of'", "UNIQUE")]
    [InlineData("INSERT INTO \"Graph\" (\"Id\", \"GraphId\") VALUES (2, 'x')", "CK_Graph_One")]
    [InlineData("INSERT INTO \"Revisions\" (\"Number\", \"Time\", \"By\", \"Note\") VALUES (0, '2026-01-01', 'x', 'x')", "CK_Revisions_Number")]
    public async Task The_database_refuses_what_cannot_be(string sql, string constraint)
    {
        var error = await Assert.ThrowsAsync<SqliteException>(() => Execute(invented, sql));
        Assert.Contains(constraint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_is_interrupted_at_any_command_leaves_everything_as_it_was()
    {
        var breaking = new Breaking();
        await using var api = new LoadedGraph(services => services.AddLogging(logging => logging.ClearProviders()).ConfigureDbContext<GraphContext>(options => options.AddInterceptors(breaking)));
        var before = await api.Everything();
        var interruptions = 0;
        while (!await Changes(api, breaking, interruptions + 1))
        {
            interruptions++;
            (await api.Service<Head>()).Publish(await (await api.Service<Store>()).OpenAsync(CancellationToken.None));
            Assert.Equal(before, await api.Everything());
        }
        Assert.True(interruptions > 5, "The change is written by several commands, each of which was interrupted.");
        Assert.NotEqual(before, await api.Everything());
    }

    [Fact]
    public async Task A_cancelled_import_leaves_everything_as_it_was()
    {
        await using var api = new LoadedGraph();
        var before = await api.Everything();
        var packs = await api.Service<PackLoading>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => packs.LoadAsync(known => PackReader.Read(Path.Combine(InventedGraph.Folder, "fixture"), known), new CancellationToken(canceled: true)));
        Assert.Equal(before, await api.Everything());
    }

    /// <summary>EF Core takes its lock as a row, and waits for it without end.</summary>
    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_does_not_stop_the_next_start()
    {
        await using var api = new LoadedGraph();
        await Execute(api, "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await Execute(api, "INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-01-01 00:00:00')");
        var graph = await (await api.Service<Store>()).OpenAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(1, graph.Revision);
    }

    private static async Task<bool> Changes(LoadedGraph api, Breaking breaking, int breakAt)
    {
        breaking.At = breakAt;
        try
        {
            return !(await api.Load(("The pact may bring calm.", "The pact might bring calm."), ("[critics, holds, bad]", "[critics, holds, good]"))).Changes.IsEmpty;
        }
        catch (Exception error) when (error.GetBaseException() is IOException)
        {
            return false;
        }
        finally
        {
            breaking.At = 0;
        }
    }

    private static async Task Execute(Api api, string sql)
    {
        var context = await (await api.Service<IDbContextFactory<GraphContext>>()).CreateDbContextAsync();
        await using (context)
        {
            // Not through EF Core, which would log each refusal.
            await context.Database.OpenConnectionAsync();
            var command = context.Database.GetDbConnection().CreateCommand();
            await using (command)
            {
                command.CommandText = sql;
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    /// <summary>Breaks the connection in the middle of a change.</summary>
    private sealed class Breaking : DbCommandInterceptor
    {
        private int _writes;

        /// <summary>Which command that writes fails; 0 for none.</summary>
        public int At
        {
            get;
            set => (field, _writes) = (value, 0);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count(command);
            return ValueTask.FromResult(result);
        }

        private void Count(DbCommand command)
        {
            if (At > 0 && command.Transaction is not null && !command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && ++_writes == At)
                throw new IOException("The disk is gone.");
        }
    }
}
