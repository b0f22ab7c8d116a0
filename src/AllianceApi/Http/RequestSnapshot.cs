using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>The snapshot that a request is answered from, the same from its first line to its last byte.</summary>
internal static class RequestSnapshot
{
    public static IServiceCollection AddRequestSnapshot(this IServiceCollection services) => services
        .AddSingleton<Head>()
        .AddScoped(provider => provider.GetRequiredService<Head>().Current ?? throw new InvalidOperationException("The graph is not loaded."));

    public static Snapshot Graph(this HttpContext context) => context.RequestServices.GetRequiredService<Snapshot>();

    /// <summary>Every answer names the revision that it is of; below <c>/api</c> there is none before the graph is loaded.</summary>
    public static IApplicationBuilder UseRequestSnapshot(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Head>().Current is not null)
            context.Response.Headers["Graph-Revision"] = context.Graph().Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        else if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase))
            return (Problem.NotReady.With("The graph is being loaded. Ask again in a moment; /health/ready says when.") with { RetryAfter = 1 }).ExecuteAsync(context);
        return next(context);
    });
}
