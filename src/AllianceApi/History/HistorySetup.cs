using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.History;

/// <summary>Lets every read be asked of the past.</summary>
internal static class HistorySetup
{
    public static IServiceCollection AddHistory(this IServiceCollection services) => services
        .AddSingleton<Pasts>()
        .AddSingleton<FindPast>(provider => provider.GetRequiredService<Pasts>().FindAsync);

    /// <summary>Behind access, so that who may not read has nothing worked out for them.</summary>
    public static IApplicationBuilder UseHistory(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (TimeParameters.Asked(context) is not { } asked || context.Graph() is not { } head || asked.Revision is < 1 || asked.Revision > head.Revision)
        {
            await next(context);
            return;
        }
        try
        {
            if (await context.RequestServices.GetRequiredService<FindPast>()(head, asked.Revision ?? head.Revision, asked.At, context.RequestAborted) is { } past)
            {
                context.Answer(past);
                await next(context);
                return;
            }
            await (Problem.PastNotReady.With("The graph of that time is being worked out. Ask again in a moment.") with { RetryAfter = 1 }).ExecuteAsync(context);
        }
        catch (StoreException error)
        {
            await Problem.UnknownId.With(error.Message).ExecuteAsync(context);
        }
    });
}
