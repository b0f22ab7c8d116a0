using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>The one way to change the graph: a change is committed whole, as one revision, and gives a new snapshot.</summary>
internal sealed class Store(IDbContextFactory<GraphContext> contexts, TimeProvider clock, RecentChanges recent)
{
    /// <summary>Asked for every id that a question does not find, of which it may have thousands.</summary>
    private static readonly Func<GraphContext, RecordType, string, long, Gone?> LastEnding = EF.CompileQuery((GraphContext context, RecordType type, string id, long asOf) =>
        context.Versions.AsNoTracking().Where(version => version.Type == type && version.Id == id && version.Ending != Ending.Replaced && version.Until <= asOf)
            .OrderByDescending(version => version.Until)
            .Join(context.Revisions, version => version.Until, revision => revision.Number,
                (version, revision) => new Gone(revision.Number, revision.Time, revision.By, revision.Note, version.Successor, version.Ending == Ending.Merged))
            .FirstOrDefault());

    /// <summary>Brings the database to the newest schema and loads what it holds.</summary>
    /// <exception cref="StoreException">The database is of a newer version, or no database of this program.</exception>
    public async Task<Snapshot> OpenAsync(CancellationToken cancel)
    {
        using (var unopened = await contexts.CreateDbContextAsync(cancel))
        {
            var connection = unopened.Database.GetConnectionString()!;
            var look = Task.Run(() => DatabaseFile.LookOver(connection), cancel);
            // It is made of nothing but this program, and takes as long.
            _ = unopened.Model;
            await look;
        }
        await PrepareAsync(cancel);
        return await LoadAsync(cancel);
    }

    /// <summary>Brings the database to the newest schema, making it where there is none, and loads nothing.</summary>
    /// <exception cref="StoreException">The database is of a newer version, or no database of this program.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            SqliteStore.MakeFile(context.Database.GetConnectionString()!);
            await MigrateAsync(context, cancel);
            if (await context.Identity.AnyAsync(cancel))
                return;
            context.Add(new GraphIdentity { GraphId = Restoring.NewId() });
            await context.SaveChangesAsync(cancel);
        }
    }

    /// <summary>What a change upon a snapshot gives, without committing it.</summary>
    public Snapshot Preview(Snapshot before, ChangeSet changes) => After(before, changes, Stamp(before, changes));

    /// <summary>Commits a change upon the snapshot that it was worked out from; a change of nothing is no revision.</summary>
    /// <param name="alongside">Stores what belongs to the change, in its transaction; it is given the snapshot that follows.</param>
    /// <exception cref="StaleException">The store has moved on: another process wrote to it.</exception>
    public async Task<Snapshot> CommitAsync(Snapshot before, ChangeSet changes, CancellationToken cancel, Func<GraphContext, Snapshot, Task>? alongside = null)
    {
        if (changes.IsEmpty)
        {
            if (alongside is not null)
            {
                await contexts.InAsync(async context =>
                {
                    await alongside(context, before);
                    return true;
                });
            }
            return before;
        }

        var revision = Stamp(before, changes);
        var successor = changes.IsLarge ? Task.Run(() => After(before, changes, revision), cancel) : Task.FromResult(After(before, changes, revision));
        Snapshot after;
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            var transaction = await context.Database.BeginTransactionAsync(cancel);
            await using (transaction)
            {
                if (await context.Revisions.MaxAsync(row => (long?)row.Number, cancel) is { } newest && newest != before.Revision)
                    throw new StaleException();
                using (changes.IsLarge ? new LargeCache(context.Database.GetDbConnection()) : null)
                using (var commit = new Commit(context, before, changes, revision))
                    await commit.RunAsync(cancel);
                // Of much it is worked out while it is written; what cannot be shown is not committed.
                after = await successor;
                if (alongside is not null)
                    await alongside(context, after);
                await transaction.CommitAsync(cancel);
            }
        }
        recent.Add(revision.Number, changes);
        return after;
    }

    /// <summary>The newest revision that is committed, by whomever; 0 where there is none.</summary>
    public Task<long> NewestAsync(CancellationToken cancel) => contexts.InAsync(async context => await context.Revisions.MaxAsync(row => (long?)row.Number, cancel) ?? 0);

    /// <summary>Loads what the store holds now.</summary>
    /// <exception cref="StoreException">The database is damaged in a way that SQLite does not see.</exception>
    public async Task<Snapshot> LoadAsync(CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            try
            {
                return await SnapshotLoader.LoadAsync(context, cancel);
            }
            // What several threads put together fails with an exception around it.
            catch (Exception error) when (error.GetBaseException() is FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException
                or InvalidCastException or IndexOutOfRangeException or NullReferenceException or System.Text.Json.JsonException)
            {
                throw new StoreException($"The database is damaged: what it holds is no graph ({error.GetBaseException().Message.ReplaceLineEndings(" ")}). {SqliteStore.Mend}", error);
            }
        }
    }

    /// <summary>The answer that a write with this key got; null where there was none within the time that answers are kept.</summary>
    public async Task<StoredAnswer?> FindAnswerAsync(string credential, string key, CancellationToken cancel)
    {
        var oldest = Oldest;
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
            return await context.Answers.AsNoTracking().FirstOrDefaultAsync(answer => answer.Credential == credential && answer.Key == key && answer.Time > oldest, cancel);
    }

    /// <summary>Keeps the answer to a write, for as long as answers are kept.</summary>
    public async Task KeepAnswerAsync(GraphContext context, StoredAnswer answer)
    {
        var oldest = Oldest;
        await context.Answers.Where(kept => kept.Time <= oldest).ExecuteDeleteAsync();
        answer.Time = clock.GetUtcNow().UtcDateTime;
        context.Add(answer);
        await context.SaveChangesAsync();
    }

    /// <summary>What became of a record that is in no snapshot any more.</summary>
    public Gone? FindGone(RecordType type, string id, long asOf)
    {
        using var context = contexts.CreateDbContext();
        return LastEnding(context, type, id, asOf);
    }

    private DateTime Oldest => clock.GetUtcNow().UtcDateTime - StoredAnswer.Kept;

    private Revision Stamp(Snapshot before, ChangeSet changes)
    {
        var revision = new Revision { Number = before.Revision + 1, Time = Now(before), By = changes.By, Note = changes.Note, IsLoad = changes.IsLoad };
        changes.Stamp(revision.Number, revision.Time);
        return revision;
    }

    private static Snapshot After(Snapshot before, ChangeSet changes, Revision revision) => Successor.Of(before, changes, revision.Number, revision.Time);

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
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A change was worked out from a graph that is not the newest any more.</summary>
internal sealed class StaleException() : Exception("The store was changed by another process.");
