using System.Text.Json;
using AllianceApi.Data;
using AllianceApi.Http;
using AllianceApi.Packs;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Imports;

/// <summary>
/// The packs that were sent, in the database, with their bytes in files beside it: one that was taken on is carried out, whatever happens to the program meanwhile.
/// </summary>
internal sealed class ImportQueue(IDbContextFactory<GraphContext> contexts, StoreFolder store, TimeProvider clock) : IDisposable
{
    /// <summary>So many may wait.</summary>
    public const int MostWaiting = 20;

    /// <summary>So many that are over are kept to be looked at.</summary>
    private const int MostKept = 200;

    private readonly string _folder = Path.Combine(store.Path, "imports");
    private readonly SemaphoreSlim _added = new(0);

    /// <summary>A new file to take a pack in. Its name is that of no other.</summary>
    public FileStream NewFile(PackForm form)
    {
        Directory.CreateDirectory(_folder);
        return new FileStream(Path.Combine(_folder, $"{Guid.NewGuid():n}{form.Extension()}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true);
    }

    public string PathOf(ImportJob job) => Path.Combine(_folder, job.File);

    /// <summary>Puts a pack at the end of the queue.</summary>
    public async Task AddAsync(ImportJob job, CancellationToken cancel)
    {
        job.CreatedAt = Now;
        await contexts.InAsync(context =>
        {
            context.Add(job);
            return context.SaveChangesAsync(cancel);
        });
        _added.Release();
    }

    public Task<int> WaitingAsync(CancellationToken cancel) => contexts.InAsync(context => context.Set<ImportJob>().CountAsync(job => job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running, cancel));

    public Task<ImportJob?> FindAsync(long id, CancellationToken cancel) => contexts.InAsync(context => context.Set<ImportJob>().AsNoTracking().FirstOrDefaultAsync(job => job.Id == id, cancel));

    /// <summary>All that there are, the newest first.</summary>
    public Task<List<ImportJob>> ListAsync(CancellationToken cancel) => contexts.InAsync(context => context.Set<ImportJob>().AsNoTracking().OrderByDescending(job => job.Id).ToListAsync(cancel));

    /// <summary>Takes the next one; waits for it where there is none.</summary>
    public async Task<ImportJob> NextAsync(CancellationToken cancel)
    {
        while (true)
        {
            var next = await contexts.InAsync(async context =>
            {
                var job = await context.Set<ImportJob>().Where(job => job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running).OrderBy(job => job.Id).FirstOrDefaultAsync(cancel);
                if (job is null)
                    return null;
                (job.Status, job.StartedAt) = (ImportStatus.Running, Now);
                await context.SaveChangesAsync(cancel);
                return job;
            });
            if (next is not null)
                return next;
            await _added.WaitAsync(cancel);
        }
    }

    /// <summary>Notes what a job came to. What is noted in the transaction of a change stands if and only if the change does.</summary>
    public async Task FinishAsync(GraphContext context, ImportJob job, ImportStatus status, ImportOutcome outcome)
    {
        var (now, text) = (Now, JsonSerializer.Serialize(outcome, Json.Options));
        await context.Set<ImportJob>().Where(row => row.Id == job.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(found => found.Status, status).SetProperty(found => found.FinishedAt, now).SetProperty(found => found.Outcome, text));
    }

    public Task FinishAsync(ImportJob job, ImportStatus status, ImportOutcome outcome) => contexts.InAsync(async context =>
    {
        await FinishAsync(context, job, status, outcome);
        return true;
    });

    /// <summary>Calls a waiting job off.</summary>
    /// <returns>False where it waits no more.</returns>
    public async Task<bool> CancelAsync(ImportJob job)
    {
        var (now, text) = (Now, JsonSerializer.Serialize(new ImportOutcome(), Json.Options));
        var cancelled = await contexts.InAsync(context => context.Set<ImportJob>().Where(row => row.Id == job.Id && row.Status == ImportStatus.Queued)
            .ExecuteUpdateAsync(row => row.SetProperty(found => found.Status, ImportStatus.Cancelled).SetProperty(found => found.FinishedAt, now).SetProperty(found => found.Outcome, text)));
        return cancelled > 0;
    }

    /// <summary>The files that are there: before the first request, those of an earlier run.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(_folder) ? Directory.GetFiles(_folder) : [];

    /// <summary>Removes those of some files in which no pack waits, and forgets the jobs that were over long ago.</summary>
    public async Task TidyAsync(IEnumerable<string> files, CancellationToken cancel)
    {
        var waiting = await contexts.InAsync(async context =>
        {
            await context.Set<ImportJob>().Where(job => job.FinishedAt != null).OrderByDescending(job => job.Id).Skip(MostKept).ExecuteDeleteAsync(cancel);
            return await context.Set<ImportJob>().Where(job => job.FinishedAt == null).Select(job => job.File).ToListAsync(cancel);
        });
        foreach (var file in files.Where(file => !waiting.Contains(Path.GetFileName(file))))
            File.Delete(file);
    }

    public void Dispose() => _added.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
