using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;
using AllianceApi.Packs;

namespace AllianceApi.Imports;

/// <summary>Carries out what waits in the queue, one import at a time. One that a crash cut short is begun anew by the next run: of a load by half there is no trace.</summary>
internal sealed partial class Importing(ImportQueue queue, PackLoading packs, Store store, Turns turns, Head head, ILogger<Importing> log) : BackgroundService
{
    private const int MostProblems = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<string> _leftBehind = queue.Files();
    private volatile RunningImport? _running;

    /// <summary>What an import is at; null where it does not run.</summary>
    public ImportProgress? ProgressOf(ImportJob job) => _running is { } running && running.Job.Id == job.Id ? running.Progress : null;

    /// <summary>Calls an import off: one that waits is over at once, one that runs as soon as it can stop.</summary>
    /// <returns>False where it is too late.</returns>
    public async Task<bool> CancelAsync(ImportJob job)
    {
        if (await queue.CancelAsync(job))
        {
            File.Delete(queue.PathOf(job));
            return true;
        }
        return _running is { } running && running.Job.Id == job.Id && running.Cancel();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await head.Loaded.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var tidied = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!tidied)
                    await queue.TidyAsync(_leftBehind, stoppingToken);
                tidied = true;
                var job = await queue.NextAsync(stoppingToken);
                using var running = _running = new RunningImport(job, stoppingToken);
                await RunAsync(running, stoppingToken);
                _running = null;
                File.Delete(queue.PathOf(job));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // It stays in the queue, and is carried out by the next run.
            }
            catch (Exception error) when (SqliteStore.Explain(error) is { } reason)
            {
                Waits(reason);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(RunningImport running, CancellationToken stopping)
    {
        var job = running.Job;
        try
        {
            var outcome = await LoadAsync(running);
            if (outcome.Problems.Count > 0)
                await queue.FinishAsync(job, ImportStatus.Failed, Problems(outcome.Problems));
            else if (job.DryRun || outcome.Changes.IsEmpty)
                await queue.FinishAsync(job, ImportStatus.Succeeded, Done(outcome.Graph, outcome.Changes));
            Over(job.Id, outcome.Problems.Count, outcome.Graph.Revision);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            await queue.FinishAsync(job, ImportStatus.Cancelled, new ImportOutcome());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(error, job.Id);
            await queue.FinishAsync(job, ImportStatus.Failed, Problems([new PackProblem(NameOf(job), 0, 0, SqliteStore.Explain(error) ?? "the program failed, and its log says how.", "Nothing was changed. Send the pack again.")]));
        }
    }

    /// <summary>Reads and checks a pack beside the writers, and once more in their turn where they have changed the graph meanwhile.</summary>
    private async Task<LoadOutcome> LoadAsync(RunningImport running)
    {
        var job = running.Job;
        var options = new LoadOptions { By = job.By, Note = job.Note ?? $"Imported {NameOf(job)}.", Overwrite = job.Overwrite };
        var planned = packs.Plan(head.Current!, known => running.Read(queue.PathOf(job), known), options);
        if (planned.Problems.Count > 0 || job.DryRun)
            return planned;
        return await turns.TakeAsync(async graph =>
        {
            if (graph != planned.Graph)
                planned = packs.Plan(graph, known => running.Read(queue.PathOf(job), known), options);
            if (planned.Problems.Count > 0 || planned.Changes.IsEmpty)
                return planned;
            running.Phase = "writing";
            var after = await store.CommitAsync(graph, planned.Changes, running.Token, (context, after) => queue.FinishAsync(context, job, ImportStatus.Succeeded, Done(after, planned.Changes)));
            turns.Publish(after);
            _ = Task.Run(() => OpenGraph.Settle(after), CancellationToken.None);
            return planned with { Graph = after };
        }, running.Token);
    }

    private static ImportOutcome Done(Snapshot graph, ChangeSet changes) => new()
    {
        Revision = graph.Revision,
        Put = new ImportCounts { Documents = changes.Documents.Count, Predicates = changes.Predicates.Count, Entities = changes.Entities.Count, Statements = changes.Statements.Count },
        Deleted = new ImportCounts { Documents = changes.DeletedDocuments.Count, Predicates = changes.DeletedPredicates.Count, Entities = changes.DeletedEntities.Count, Statements = changes.DeletedStatements.Count },
    };

    private static ImportOutcome Problems(IReadOnlyList<PackProblem> problems) => new()
    {
        Problems = [.. problems.Take(MostProblems).Select(problem => new ImportProblem { File = problem.File, Line = problem.Line, Column = problem.Column, Message = problem.Message, Mend = problem.Mend })],
        ProblemsTotal = problems.Count,
    };

    /// <summary>What a pack is called that came without a name.</summary>
    public static string NameOf(ImportJob job) => $"pack{job.Form.Extension()}";

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {Id} is over: {Problems} problems; the graph is at revision {Revision}.")]
    private partial void Over(long id, int problems, long revision);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Id} failed.")]
    private partial void Failed(Exception error, long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Imports wait for the store. {Reason}")]
    private partial void Waits(string reason);
}
