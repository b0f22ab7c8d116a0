using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>Work on the database that needs a context of its own and no more.</summary>
internal static class Contexts
{
    public static async Task<T> InAsync<T>(this IDbContextFactory<GraphContext> contexts, Func<GraphContext, Task<T>> work)
    {
        var context = await contexts.CreateDbContextAsync();
        await using (context)
            return await work(context);
    }
}
