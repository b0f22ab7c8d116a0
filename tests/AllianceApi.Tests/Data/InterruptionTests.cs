using System.Data.Common;
using AllianceApi.Data.Sqlite;
using AllianceApi.Tests.Graph;
using AllianceApi.Tests.Packs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;
using Xunit;

namespace AllianceApi.Tests.Data;

/// <summary>A load that is interrupted, wherever that is, leaves the graph as it was.</summary>
public sealed class InterruptionTests
{
    /// <summary>How many steps of SQLite lie between two places of interruption.</summary>
    private const int Stride = 7;

    [Fact]
    public async Task A_load_that_is_interrupted_anywhere_changes_nothing()
    {
        using var folder = PackFolder.Whole();
        var interruption = new Interruption();
        using var store = new TemporaryStore(interruption);
        await store.LoadAsync(folder.Path);
        var before = (await store.OpenAsync()).Look();
        Shrink(folder);
        folder.Write("more.yaml", "statements:\n  - id: third\n    passages: [walls.p1s2]\n    text: Ships are watched.\n    asserts: [[north-town, guards, inner-harbour]]\n");

        var interrupted = 0;
        while (await IsInterruptedAsync(store, folder, interruption, (interrupted + 1) * Stride))
        {
            interrupted++;
            Assert.Equal(before, (await store.OpenAsync()).Look());
        }
        Assert.InRange(interrupted, 20, 1000);
        Assert.Equal(2, (await store.OpenAsync()).Revision);
    }

    [Fact]
    public async Task A_load_that_fails_at_its_commit_changes_nothing()
    {
        using var folder = PackFolder.Whole();
        var interruption = new Interruption { FailsAtCommit = true };
        using var store = new TemporaryStore(interruption);
        await store.OpenAsync();
        interruption.IsArmed = true;
        await Assert.ThrowsAsync<IOException>(() => store.LoadAsync(folder.Path));
        interruption.IsArmed = false;
        var graph = await store.OpenAsync();
        Assert.Equal((0L, 0, 0), (graph.Revision, graph.Entities.Count, graph.Statements.Count));
    }

    [Fact]
    public async Task A_full_disk_changes_nothing_and_says_so()
    {
        using var folder = PackFolder.Whole();
        var full = new FullDisk();
        using var store = new TemporaryStore(full);
        await store.LoadAsync(folder.Path);
        var before = (await store.OpenAsync()).Look();
        var many = Enumerable.Range(0, 100).Select(i => $"  - id: more-{i}\n    passages: [walls.p1s2]\n    text: {string.Join(' ', Enumerable.Range(0, 50).Select(word => $"w{i}x{word}"))}.\n    asserts: [[north-town, guards, inner-harbour]]\n");
        folder.Write("more.yaml", $"statements:\n{string.Concat(many)}");
        full.IsArmed = true;
        var error = await Assert.ThrowsAnyAsync<Exception>(() => store.LoadAsync(folder.Path));
        full.IsArmed = false;
        Assert.StartsWith("The disk is full.", SqliteStore.Explain(error), StringComparison.Ordinal);
        Assert.Equal(before, (await store.OpenAsync()).Look());
    }

    private static async Task<bool> IsInterruptedAsync(TemporaryStore store, PackFolder folder, Interruption interruption, int steps)
    {
        (interruption.IsArmed, interruption.Steps) = (true, steps);
        try
        {
            await store.LoadAsync(folder.Path);
            return false;
        }
        catch (Exception error) when (error.GetBaseException() is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT })
        {
            return true;
        }
        finally
        {
            interruption.IsArmed = false;
        }
    }

    /// <summary>Takes out of the small pack whatever has to do with trade.</summary>
    private static void Shrink(PackFolder folder) => folder
        .Write("entities.yaml", PackFolder.Entities.Replace(
            """
              - id: south-town
                kind: actor
                type: group
                name: South Town
                summary: A town that buys.
                summaryEvidence: [towns-trade]

            """, "", StringComparison.Ordinal))
        .Write("predicates.yaml", PackFolder.Predicates[..PackFolder.Predicates.IndexOf("  - id: trades-with", StringComparison.Ordinal)])
        .Write("statements.yaml", PackFolder.Statements[..PackFolder.Statements.IndexOf("  - id: towns-trade", StringComparison.Ordinal)]);

    /// <summary>Interrupts SQLite after some steps of the transaction that writes, which is the second: the first is that of loading.</summary>
    private sealed class Interruption : DbTransactionInterceptor
    {
        private int _transactions;

        public bool IsArmed
        {
            get;
            set => (field, _transactions) = (value, 0);
        }

        public int Steps { get; set; }

        public bool FailsAtCommit { get; init; }

        private bool IsWriting => IsArmed && _transactions == 2;

        public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            _transactions++;
            if (IsWriting && !FailsAtCommit)
                Watch(connection, Steps);
            return base.TransactionStartedAsync(connection, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (IsWriting && FailsAtCommit)
                throw new IOException("The commit fails.");
            return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsWriting && eventData.Context?.Database.GetDbConnection() is { } connection)
                Watch(connection, steps: 0);
            return Task.CompletedTask;
        }

        private static void Watch(DbConnection connection, int steps) =>
            raw.sqlite3_progress_handler(((SqliteConnection)connection).Handle, 1, steps == 0 ? null : _ => --steps == 0 ? 1 : 0, null);
    }

    /// <summary>Lets the database grow no further while it is armed.</summary>
    private sealed class FullDisk : DbConnectionInterceptor
    {
        public bool IsArmed { get; set; }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsArmed)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA max_page_count = 1";
                command.ExecuteNonQuery();
            }
            return Task.CompletedTask;
        }
    }
}
