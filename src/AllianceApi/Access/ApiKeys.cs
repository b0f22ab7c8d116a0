using AllianceApi.Data;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Access;

/// <summary>The keys in the database, which every process that uses it reads anew each time: one that is revoked is no good from then on.</summary>
internal sealed class ApiKeys(IDbContextFactory<GraphContext> contexts, TimeProvider clock)
{
    /// <summary>Makes a key, whose text is to be had this once.</summary>
    public async Task<(ApiKey Key, KeyText Text)> CreateAsync(string name, Scope scope, DateTime? expires, CancellationToken cancel)
    {
        var text = KeyText.Random();
        var key = new ApiKey { Id = text.Id, Name = name, Scope = scope, SecretHash = text.Hash, CreatedAt = Now(), ExpiresAt = expires };
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            context.Add(key);
            await context.SaveChangesAsync(cancel);
        }
        return (key, text);
    }

    /// <summary>All there ever were, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
            return await context.Set<ApiKey>().AsNoTracking().OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(cancel);
    }

    /// <summary>Revokes a key for good; one that is revoked already stays as it is.</summary>
    /// <returns>The key; null where there is none with this id.</returns>
    public async Task<ApiKey?> RevokeAsync(string id, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            if (await context.Set<ApiKey>().FindAsync([id], cancel) is not { } key)
                return null;
            key.RevokedAt ??= Now();
            await context.SaveChangesAsync(cancel);
            return key;
        }
    }

    /// <summary>The key that a text is of, or why it is no good. Only who has the secret is told more than that it is wrong.</summary>
    public async Task<(ApiKey? Key, string Wrong)> CheckAsync(string text, CancellationToken cancel)
    {
        if (KeyText.Read(text) is not { } given)
            return (null, "X-Api-Key has not the form of a key, ak_ID_SECRET. Send it exactly as it was printed.");
        if (await FindAsync(given.Id, cancel) is not { } key || !given.Fits(key))
            return (null, "There is no such key. Send it exactly as it was printed, to the server that it was made for.");
        if (key.RevokedAt is not null)
            return (null, "The key was revoked. Ask for a new one.");
        return key.ExpiresAt <= Now() ? (null, "The key has expired. Ask for a new one.") : (key, "");
    }

    /// <summary>Notes when keys were last used.</summary>
    public async Task NoteUseAsync(IReadOnlyDictionary<string, DateTime> uses, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
        {
            foreach (var (id, time) in uses)
                await context.Set<ApiKey>().Where(key => key.Id == id).ExecuteUpdateAsync(row => row.SetProperty(key => key.LastUsedAt, time), cancel);
        }
    }

    private async Task<ApiKey?> FindAsync(string id, CancellationToken cancel)
    {
        var context = await contexts.CreateDbContextAsync(cancel);
        await using (context)
            return await context.Set<ApiKey>().AsNoTracking().FirstOrDefaultAsync(key => key.Id == id, cancel);
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
