using System.Data.Common;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Data;

/// <summary>The database keeps itself right, and a change is written whole or not at all.</summary>
public sealed class StoreTests(Api api)
{
    [Fact]
    public void Migrations_are_what_the_model_is()
    {
        using var context = new DesignTimeContext().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("INSERT INTO \"Supports\" (\"StatementId\", \"FactId\", \"Position\") VALUES ('tide-day', 'nothing', 0)", "FOREIGN KEY")]
    [InlineData("INSERT INTO \"Bearers\" (\"StatementId\", \"EntityId\", \"Position\") VALUES ('tide-day', 'nobody', 0)", "FOREIGN KEY")]
    [InlineData("INSERT INTO \"Citations\" (\"StatementId\", \"DocumentId\", \"Locator\", \"Position\") VALUES ('tide-day', 'log', 'disputes.p1s1', 0)", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Entities\" WHERE \"Id\" = 'north-town'", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Predicates\" WHERE \"Id\" = 'party'", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Facts\" WHERE \"Id\" = 'tide-treaty.signed.1960'", "FOREIGN KEY")]
    [InlineData("DELETE FROM \"Documents\" WHERE \"Id\" = 'log'", "FOREIGN KEY")]
    [InlineData("UPDATE \"Facts\" SET \"ObjectId\" = NULL WHERE \"PredicateId\" IS NOT NULL", "CK_Facts_Form")]
    [InlineData("UPDATE \"Facts\" SET \"Negated\" = 1 WHERE \"Attribute\" IS NOT NULL", "CK_Facts_Form")]
    [InlineData("UPDATE \"Entities\" SET \"ActorType\" = 'King' WHERE \"Id\" = 'north-town'", "CK_Entities_ActorType")]
    [InlineData("UPDATE \"Entities\" SET \"Id\" = '' WHERE \"Id\" = 'mist-treaty'", "CK_Entities_Id")]
    [InlineData("UPDATE \"Passages\" SET \"End\" = \"Start\"", "CK_Passages_Place")]
    [InlineData("UPDATE \"Passages\" SET \"Start\" = 0", "UNIQUE")]
    [InlineData("UPDATE \"Documents\" SET \"Sha256\" = 'short'", "CK_Documents_Sha256")]
    [InlineData("UPDATE \"Predicates\" SET \"InverseId\" = NULL WHERE \"Id\" = 'party'", "CK_Predicates_Inverse")]
    [InlineData("UPDATE \"Predicates\" SET \"InverseId\" = 'party-to' WHERE \"Id\" = 'seat'", "UNIQUE")]
    [InlineData("INSERT INTO \"Graph\" (\"Id\", \"GraphId\") VALUES (2, 'x')", "CK_Graph_One")]
    [InlineData("INSERT INTO \"Revisions\" (\"Number\", \"Time\", \"By\", \"Note\") VALUES (0, '2026-01-01', 'x', 'x')", "CK_Revisions_Number")]
    public async Task The_database_refuses_what_cannot_be(string sql, string constraint)
    {
        var context = await api.Services.GetRequiredService<IDbContextFactory<GraphContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await using (context)
        {
            var error = await Assert.ThrowsAsync<SqliteException>(() => context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));
            Assert.Contains(constraint, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_interrupted_import_leaves_everything_as_it_was()
    {
        await using var breaking = new BreakingApi();
        await breaking.InitializeAsync();
        var before = await ImportTests.Everything(breaking);
        using var pack = SeedFolders.LogWithoutBeacon().Replace("all night", "all day");
        var interruptions = 0;
        while (!await Succeeds(breaking, pack.Folder, interruptions + 1))
        {
            interruptions++;
            breaking.Services.GetRequiredService<Head>().Publish(await breaking.Services.GetRequiredService<Store>().OpenAsync(CancellationToken.None));
            Assert.Equal(before, await ImportTests.Everything(breaking));
        }
        Assert.True(interruptions > 5, "The change is written by several commands, each of which was interrupted.");
        Assert.NotEqual(before, await ImportTests.Everything(breaking));
    }

    private static async Task<bool> Succeeds(BreakingApi breaking, string folder, int breakAt)
    {
        breaking.Breaks.At = breakAt;
        try
        {
            return (await breaking.Import(folder)).Problems.Count == 0;
        }
        catch (Exception error) when (error.GetBaseException() is IOException)
        {
            return false;
        }
        finally
        {
            breaking.Breaks.At = 0;
        }
    }

    [Fact]
    public async Task A_cancelled_import_leaves_everything_as_it_was()
    {
        await using var own = await ImportTests.Started();
        var before = await ImportTests.Everything(own);
        using var pack = SeedFolders.LogWithoutBeacon();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => own.Services.GetRequiredService<AllianceApi.Packs.PackLoading>()
            .LoadAsync(known => AllianceApi.Packs.PackReader.Read(pack.Folder, known), new CancellationToken(canceled: true)));
        Assert.Equal(before, await ImportTests.Everything(own));
    }

    /// <summary>A store whose connection breaks in the middle of a change.</summary>
    private sealed class BreakingApi : Api
    {
        public Breaking Breaks { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<GraphContext>(options => options.AddInterceptors(Breaks)));
        }
    }

    private sealed class Breaking : DbCommandInterceptor
    {
        private int _writes;

        /// <summary>Which writing command fails; 0 for none.</summary>
        public int At
        {
            get;
            set
            {
                field = value;
                _writes = 0;
            }
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
