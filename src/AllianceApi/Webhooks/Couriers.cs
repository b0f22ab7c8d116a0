using AllianceApi.Changes;
using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Graph;

namespace AllianceApi.Webhooks;

/// <summary>
/// Follows the feed for each webhook, in order and at least once: the next revision is told of when the one before has been taken. A receiver that fails
/// holds up only itself.
/// </summary>
internal sealed partial class Couriers(WebhookBook book, Courier courier, WebhookSettings settings, Head head, Archive archive, TimeProvider clock, ILogger<Couriers> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Task> _following = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await head.Loaded.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = book.Changed;
            await GuardedAsync(async () =>
            {
                foreach (var webhook in (await book.ListAsync()).Where(webhook => webhook.DisabledAt is null))
                {
                    if (!_following.TryGetValue(webhook.Id, out var following) || following.IsCompleted)
                        _following[webhook.Id] = FollowAsync(webhook.Id, stoppingToken);
                }
            }, stoppingToken);
            // Now and then it looks of itself: another process may write to the database too.
            await ((Task)Task.WhenAny(changed, Task.Delay(TimeSpan.FromMinutes(1), stoppingToken))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(_following.Values);
    }

    private async Task FollowAsync(string id, CancellationToken stopping)
    {
        var goesOn = true;
        while (goesOn && !stopping.IsCancellationRequested)
            await GuardedAsync(async () => goesOn = await StepAsync(id, stopping), stopping);
    }

    /// <summary>Tells of as much as there is, or waits for more.</summary>
    /// <returns>False where nothing is sent to the webhook any more.</returns>
    private async Task<bool> StepAsync(string id, CancellationToken stopping)
    {
        var (changed, moved) = (book.Changed, head.Moved);
        if (await book.FindAsync(id) is not { DisabledAt: null } webhook)
            return false;
        var graph = head.Current!;
        var pause = webhook.NextTry - clock.GetUtcNow().UtcDateTime;
        if (pause > TimeSpan.Zero)
        {
            await ((Task)Task.WhenAny(changed, Task.Delay(pause.Value, clock, stopping))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        }
        if (webhook.Delivered >= graph.Revision)
        {
            await ((Task)Task.WhenAny(changed, moved)).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        }
        await TellAsync(webhook, graph, changed, stopping);
        return true;
    }

    /// <summary>Tells of one revision after the other until something fails, changes, or there is no more.</summary>
    private async Task TellAsync(Webhook webhook, Snapshot graph, Task changed, CancellationToken stopping)
    {
        var changes = new ChangesOf(graph, archive);
        var passed = webhook.Delivered;
        for (var number = passed + 1; number <= graph.Revision && !changed.IsCompleted && !stopping.IsCancellationRequested; number++)
        {
            var revision = archive.Revisions([number])[number];
            if (Message.Of(webhook, revision, graph, changes) is not { } message)
            {
                passed = number;
                continue;
            }
            var attempt = await courier.TryAsync(webhook, message, stopping);
            await book.NoteAsync(webhook, number, attempt, attempt.Error is null ? TimeSpan.Zero : PauseAfter(webhook.Failures, attempt));
            if (attempt.Error is not null)
            {
                Failed(webhook.Id, number, attempt.Error);
                return;
            }
            (webhook.Failures, passed) = (0, 0);
        }
        if (passed > webhook.Delivered)
            await book.PassAsync(webhook.Id, passed);
    }

    /// <summary>How long to wait after a failure; null where it was the last.</summary>
    private TimeSpan? PauseAfter(int failures, Attempt attempt)
    {
        if (Courier.IsGone(attempt) || failures >= settings.Pauses.Count)
            return null;
        // Not all at once: receivers that failed together would be asked together.
        var pause = settings.Pauses[failures] * (0.8 + (Random.Shared.NextDouble() * 0.4));
        return attempt.RetryAfter is { } asked && asked > pause ? asked : pause;
    }

    /// <summary>Goes on after what the store cannot do just now.</summary>
    private async Task GuardedAsync(Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was not noted as delivered is told of by the next run.
        }
        catch (Exception error) when (SqliteStore.Explain(error) is { } reason)
        {
            Waits(reason);
            await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Id}: delivery {Revision} failed. {Reason}")]
    private partial void Failed(string id, long revision, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks wait for the store. {Reason}")]
    private partial void Waits(string reason);
}
