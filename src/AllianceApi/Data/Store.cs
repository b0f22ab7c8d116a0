using System.Security.Cryptography;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>The one way to change the graph: a change is committed whole, as one revision, and gives a new snapshot.</summary>
internal sealed class Store(IDbContextFactory<GraphContext> contexts, TimeProvider clock)
{
    /// <summary>Brings the database to the newest schema and loads what it holds.</summary>
    /// <exception cref="StoreException">The database is of a newer version, or no database of this program.</exception>
    public async Task<Snapshot> OpenAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
            return await SnapshotLoader.LoadAsync(context, cancel);
    }

    /// <summary>Brings the database to the newest schema, making it where there is none, and loads nothing.</summary>
    /// <exception cref="StoreException">The database is of a newer version, or no database of this program.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            SqliteStore.MakeFolder(context.Database.GetConnectionString()!);
            await MigrateAsync(context, cancel);
            if (await context.Identity.AnyAsync(cancel))
                return;
            context.Add(new GraphIdentity { GraphId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) });
            await context.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Commits a change upon the snapshot that it was worked out from; a change of nothing commits nothing.</summary>
    public async Task<Snapshot> CommitAsync(Snapshot before, ChangeSet changes, CancellationToken cancel)
    {
        if (changes.IsEmpty)
            return before;

        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            var transaction = await context.Database.BeginTransactionAsync(cancel);
            await using (transaction)
            {
                var revision = new Revision { Number = before.Revision + 1, Time = Now(before), By = changes.By, Note = changes.Note };
                using (var commit = new Commit(context, before, changes, revision))
                    await commit.RunAsync(cancel);
                await transaction.CommitAsync(cancel);
            }
            context.ChangeTracker.Clear();
            return await SnapshotLoader.LoadAsync(context, cancel);
        }
    }

    /// <summary>What became of a record that is in no snapshot any more.</summary>
    public Gone? FindGone(RecordType type, string id)
    {
        using var context = contexts.CreateDbContext();
        return context.Tombstones.AsNoTracking().Where(tombstone => tombstone.Type == type && tombstone.Id == id)
            .Join(context.Revisions, tombstone => tombstone.RevisionNumber, revision => revision.Number,
                (tombstone, revision) => new Gone(revision.Number, revision.Time, revision.By, revision.Note, tombstone.Successor))
            .FirstOrDefault();
    }

    private static async Task MigrateAsync(GraphContext context, CancellationToken cancel)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Find(migration => !known.Contains(migration)) is { } newer)
            throw new StoreException($"The database was written by a newer version of this program (migration {newer}). Run that version, or name another database in ConnectionStrings:Graph.");
        // Migrating takes a lock in the database, which a process that is killed meanwhile leaves there for ever: not at every start.
        if (applied.Count < known.Count)
            await context.Database.MigrateAsync(cancel);
    }

    /// <summary>To the millisecond, and never before the revision that went before, whatever the clock says.</summary>
    private DateTime Now(Snapshot before)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        now = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        return now > before.UpdatedAt ? now : before.UpdatedAt;
    }
}

/// <summary>The store cannot be used, for a reason that whoever runs the program can mend.</summary>
internal sealed class StoreException(string message) : Exception(message);
