using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>
/// Which answers the framework's output cache holds: whole ones, of the graph, to anybody. The revision is in the key, so that what is held of one is never
/// given for another.
/// </summary>
internal sealed class AnswerCache : IOutputCachePolicy
{
    private const string Setting = "Cache:Enabled";
    private const long Size = 64 * 1024 * 1024;

    /// <summary>Longer answers are streamed, and not held beside.</summary>
    private const long LargestAnswer = 1024 * 1024;

    /// <summary>Longer requests hardly come twice, and keys are memory too.</summary>
    private const int LongestQuery = 400;

    /// <summary>So long at most what is of an older revision takes its room.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private static readonly string[] Refusals = [CacheControlHeaderValue.NoCacheString, CacheControlHeaderValue.NoStoreString, CacheControlHeaderValue.OnlyIfCachedString];

    public static void Add(IServiceCollection services) => services.AddOutputCache(cache =>
    {
        (cache.SizeLimit, cache.MaximumBodySize, cache.UseCaseSensitivePaths) = (Size, LargestAnswer, true);
        cache.AddBasePolicy(policy => policy.AddPolicy<AnswerCache>(), excludeDefaultPolicy: true);
    });

    public static void Use(WebApplication app)
    {
        if (app.Configuration.GetValue(Setting, defaultValue: true))
            app.UseOutputCache();
    }

    /// <summary>Says of an answer that it will be another for the same revision.</summary>
    public static void Forgo(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if (!IsFit(request))
            return ValueTask.CompletedTask;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = true;
        context.ResponseExpirationTimeSpan = Kept;
        var graph = context.HttpContext.Graph();
        // The query as it was sent: the middleware would take names that differ in case for the same. No header has a line break.
        context.CacheVaryByRules.CacheKeyPrefix = string.Create(
            CultureInfo.InvariantCulture, $"{graph.GraphId}\n{graph.Revision}\n{EntityTag.CodingOf(context.HttpContext)}\n{request.Headers.Accept}\n{request.QueryString.Value}");
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ETag.Count == 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether a request is one that anybody may send, and wants no answer made anew.</summary>
    private static bool IsFit(HttpRequest request)
    {
        var headers = request.Headers;
        return HttpMethods.IsGet(request.Method)
            && request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && headers.Authorization.Count == 0 && !headers.ContainsKey("X-Api-Key")
            && headers.IfModifiedSince.Count == 0
            && (request.QueryString.Value?.Length ?? 0) + headers.Accept.ToString().Length <= LongestQuery
            && !Array.Exists(Refusals, refusal => HeaderUtilities.ContainsCacheDirective(headers.CacheControl, refusal));
    }
}
