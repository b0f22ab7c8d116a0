using System.Security.Cryptography;
using AllianceApi.Data;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Webhooks;

/// <summary>The webhooks and their deliveries, in the database.</summary>
internal sealed class WebhookBook(IDbContextFactory<GraphContext> contexts, TimeProvider clock)
{
    public const int MostWebhooks = 100;
    private const int SecretBytes = 32;
    private const int DeliveriesKept = 1_000;

    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when there is, from the moment that this is asked for, another registration, change or removal.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <returns>False where there are as many as there may be.</returns>
    public async Task<bool> AddAsync(Webhook webhook)
    {
        (webhook.CreatedAt, webhook.Secret) = (Now, RandomNumberGenerator.GetBytes(SecretBytes));
        var added = await contexts.InAsync(async context =>
        {
            if (await context.Set<Webhook>().CountAsync() >= MostWebhooks)
                return false;
            context.Add(webhook);
            await context.SaveChangesAsync();
            return true;
        });
        Tell();
        return added;
    }

    public Task<Webhook?> FindAsync(string id) => contexts.InAsync(context => context.Set<Webhook>().AsNoTracking().FirstOrDefaultAsync(webhook => webhook.Id == id));

    public Task<List<Webhook>> ListAsync() => contexts.InAsync(context => context.Set<Webhook>().AsNoTracking().OrderBy(webhook => webhook.CreatedAt).ThenBy(webhook => webhook.Id).ToListAsync());

    /// <summary>Sets where, of what, and whether messages are sent. One that is set to active begins with a clean slate, where it stopped.</summary>
    public async Task UpdateAsync(Webhook webhook, string? disabledWhy)
    {
        var disabled = disabledWhy is null ? (DateTime?)null : Now;
        await contexts.InAsync(context => context.Set<Webhook>().Where(row => row.Id == webhook.Id).ExecuteUpdateAsync(row => row
            .SetProperty(found => found.Url, webhook.Url).SetProperty(found => found.Types, webhook.Types).SetProperty(found => found.Failures, 0)
            .SetProperty(found => found.NextTry, (DateTime?)null).SetProperty(found => found.DisabledAt, disabled).SetProperty(found => found.DisabledWhy, disabledWhy)));
        Tell();
    }

    public async Task<bool> RemoveAsync(string id)
    {
        var removed = await contexts.InAsync(context => context.Set<Webhook>().Where(webhook => webhook.Id == id).ExecuteDeleteAsync());
        Tell();
        return removed > 0;
    }

    /// <summary>Notes that a webhook is done with a revision without a message.</summary>
    public Task PassAsync(string id, long revision) => contexts.InAsync(context =>
        context.Set<Webhook>().Where(webhook => webhook.Id == id && webhook.Delivered < revision).ExecuteUpdateAsync(row => row.SetProperty(webhook => webhook.Delivered, revision)));

    /// <summary>Notes a try: what became of the message, and when the next is due.</summary>
    /// <param name="pause">How long to wait after a failure; null where it was the last, and the webhook is disabled.</param>
    public Task NoteAsync(Webhook webhook, long revision, Attempt attempt, TimeSpan? pause) => contexts.InAsync(async context =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        await NoteAsync(context, webhook.Id, revision, attempt);
        var (now, next, why) = (Now, pause is null ? (DateTime?)null : Now + pause, $"Delivery {revision} failed for good: {attempt.Error}");
        var row = context.Set<Webhook>().Where(row => row.Id == webhook.Id);
        if (attempt.Error is null)
        {
            await row.ExecuteUpdateAsync(row => row.SetProperty(found => found.Delivered, found => Math.Max(found.Delivered, revision)).SetProperty(found => found.Failures, 0).SetProperty(found => found.NextTry, (DateTime?)null));
            await context.Set<Delivery>().Where(delivery => delivery.WebhookId == webhook.Id && delivery.Revision <= revision - DeliveriesKept).ExecuteDeleteAsync();
        }
        else
        {
            await row.ExecuteUpdateAsync(row => row.SetProperty(found => found.Failures, found => found.Failures + 1).SetProperty(found => found.NextTry, next)
                .SetProperty(found => found.DisabledAt, found => pause == null ? now : found.DisabledAt).SetProperty(found => found.DisabledWhy, found => pause == null ? why : found.DisabledWhy));
        }
        await transaction.CommitAsync();
        return true;
    });

    /// <summary>Notes a try that was asked for by hand: it moves nothing but the delivery itself.</summary>
    public Task<Delivery> NoteAsync(string id, long revision, Attempt attempt) => contexts.InAsync(context => NoteAsync(context, id, revision, attempt));

    /// <summary>What was sent, the newest first.</summary>
    public Task<List<Delivery>> DeliveriesAsync(string id, long before, int limit) => contexts.InAsync(context => context.Set<Delivery>().AsNoTracking()
        .Where(delivery => delivery.WebhookId == id && delivery.Revision < before).OrderByDescending(delivery => delivery.Revision).Take(limit).ToListAsync());

    public Task<int> CountDeliveriesAsync(string id) => contexts.InAsync(context => context.Set<Delivery>().CountAsync(delivery => delivery.WebhookId == id));

    public Task<Delivery?> FindDeliveryAsync(string id, long number) => contexts.InAsync(context => context.Set<Delivery>().AsNoTracking().FirstOrDefaultAsync(delivery => delivery.WebhookId == id && delivery.Revision == number));

    private static async Task<Delivery> NoteAsync(GraphContext context, string id, long revision, Attempt attempt)
    {
        if (await context.Set<Delivery>().FindAsync(id, revision) is not { } delivery)
            context.Add(delivery = new Delivery { WebhookId = id, Revision = revision, FirstAt = attempt.Time });
        delivery.IsDelivered |= attempt.Error is null;
        delivery.Attempts++;
        (delivery.LastAt, delivery.ResponseStatus, delivery.Error, delivery.Milliseconds) = (attempt.Time, attempt.Status, attempt.Error, attempt.Milliseconds);
        await context.SaveChangesAsync();
        return delivery;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void Tell() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}

/// <summary>One try to deliver a message.</summary>
/// <param name="Status">What the receiver answered; null where it did not.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone.</param>
internal sealed record Attempt(DateTime Time, int? Status, string? Error, int Milliseconds, TimeSpan? RetryAfter = null);
