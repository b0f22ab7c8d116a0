using System.Collections.Concurrent;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Curation;

/// <summary>Carries writes out, one at a time: worked out against the newest snapshot, committed whole, shown from the one that follows.</summary>
internal sealed class Writing(Store store, Turns turns)
{
    private readonly ConcurrentDictionary<(string Credential, string Key), bool> _underWay = new();

    /// <param name="plan">Works the change out. It may be asked again where the graph has moved meanwhile.</param>
    public async Task<IResult> RunAsync(HttpContext context, WriteOptions options, Func<Snapshot, Plan> plan)
    {
        if (options.Key is not { } key)
            return await CarryOutAsync(context, options, plan);
        if (!_underWay.TryAdd((options.Caller.Credential, key), true))
            return Problem.InProgress.With("A request with this Idempotency-Key is still under way. Ask again in a moment.") with { RetryAfter = 1 };
        try
        {
            if (await store.FindAnswerAsync(options.Caller.Credential, key, context.RequestAborted) is not { } known)
                return await CarryOutAsync(context, options, plan);
            return known.Fingerprint == options.Fingerprint
                ? WriteResult.Of(known)
                : Problem.KeyReused.With("This Idempotency-Key came with another request before. Send a new key with each new write.");
        }
        finally
        {
            _underWay.TryRemove((options.Caller.Credential, key), out _);
        }
    }

    private Task<IResult> CarryOutAsync(HttpContext context, WriteOptions options, Func<Snapshot, Plan> plan) =>
        turns.TakeAsync(graph => AnswerAsync(context, options, graph, plan(graph)), context.RequestAborted);

    private async Task<IResult> AnswerAsync(HttpContext context, WriteOptions options, Snapshot graph, Plan plan)
    {
        if (plan.Refusal is { } refusal)
            return refusal;
        var changes = plan.Change!.ToChangeSet(options.Caller.Name, options.Note ?? plan.Note);
        if (options.DryRun)
        {
            var preview = changes.IsEmpty ? graph : store.Preview(graph, changes);
            return WriteResult.Of(context, options, preview, plan.Show!(preview, changes));
        }
        WriteResult? result = null;
        var after = await store.CommitAsync(graph, changes, CancellationToken.None, async (stored, after) =>
        {
            result = WriteResult.Of(context, options, after, plan.Show!(after, changes));
            if (options.Key is { } key)
                await store.KeepAnswerAsync(stored, result.ToStore(options, key));
        });
        turns.Publish(after);
        return result ?? WriteResult.Of(context, options, after, plan.Show!(after, changes));
    }
}
