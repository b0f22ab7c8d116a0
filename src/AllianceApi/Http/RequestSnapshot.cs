using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>The snapshot that a request is answered from, the same from its first line to its last byte.</summary>
internal sealed class RequestSnapshot(Head head)
{
    private Snapshot? _graph;

    /// <summary>The newest as the request came; one of the past where it asks for that.</summary>
    public Snapshot Graph
    {
        get => _graph ??= head.Current ?? throw new InvalidOperationException("The graph is not loaded.");
        set => _graph = value;
    }
}

/// <summary>Which graph a request is of.</summary>
internal static class RequestSnapshots
{
    private const string GraphRevision = "Graph-Revision";

    public static IServiceCollection AddRequestSnapshot(this IServiceCollection services) => services
        .AddSingleton<Head>()
        .AddScoped<RequestSnapshot>()
        .AddScoped(provider => provider.GetRequiredService<RequestSnapshot>().Graph);

    public static Snapshot Graph(this HttpContext context) => context.RequestServices.GetRequiredService<RequestSnapshot>().Graph;

    /// <summary>Answers the request from another snapshot than the newest. Nothing may have been read of it yet.</summary>
    public static void Answer(this HttpContext context, Snapshot graph)
    {
        context.RequestServices.GetRequiredService<RequestSnapshot>().Graph = graph;
        Name(context, graph);
    }

    /// <summary>Every answer names the revision that it is of; below <c>/api</c> there is none before the graph is loaded.</summary>
    public static IApplicationBuilder UseRequestSnapshot(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Head>().Current is not null)
            Name(context, context.Graph());
        else if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase))
            return (Problem.NotReady.With("The graph is being loaded. Ask again in a moment; /health/ready says when.") with { RetryAfter = 1 }).ExecuteAsync(context);
        return next(context);
    });

    private static void Name(HttpContext context, Snapshot graph) =>
        context.Response.Headers[GraphRevision] = graph.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
