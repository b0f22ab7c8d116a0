using AllianceApi.Graph;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>How endpoints are mapped: what reads have in common, and how each describes itself.</summary>
internal static class Endpoints
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The group of all paths below the base: what is accepted and asked is checked before a handler runs.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.AddEndpointFilter(Accepts).AddEndpointFilter(QueryIsRight);
        return api;
    }

    /// <summary>A read: <c>GET</c>, and <c>HEAD</c> wherever that is.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder api, string pattern, Delegate handler) =>
        api.MapMethods(pattern, Read, handler).ProducesProblem(Problem.InvalidParameter, Problem.NotAcceptable, Problem.NotReady).InTime(at: true);

    /// <summary>Says that an endpoint answers of the past too: what the graph said then and, unless told, what held then.</summary>
    public static RouteHandlerBuilder InTime(this RouteHandlerBuilder endpoint, bool at)
    {
        endpoint.Finally(built =>
        {
            // What is said last holds.
            if (!built.Metadata.OfType<InTime>().Any())
                built.Metadata.Add(new InTime(at));
        });
        return endpoint.ProducesProblem(Problem.PastNotReady);
    }

    /// <summary>A read in whose answer nothing holds at one time and not at another.</summary>
    public static RouteHandlerBuilder WithoutDates(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new InTime(At: false));

    /// <summary>What OpenAPI shows: an id that never changes, the group it stands in, and what it answers with.</summary>
    public static RouteHandlerBuilder Describe(
        this RouteHandlerBuilder endpoint, string operationId, string tag, string summary, string description, Type answer, int status = 200) =>
        endpoint.WithName(operationId).WithTags(tag).WithSummary(summary).WithDescription(description).Produces(status, answer, "application/json");

    /// <summary>The query parameters that an endpoint takes; without this it takes none.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, Func<Snapshot, IEnumerable<Parameter>> parameters)
    {
        var key = new object();
        return endpoint.WithMetadata(new Takes(graph => graph.Remember<IReadOnlyList<Parameter>>(key, graph => [.. parameters(graph)])));
    }

    /// <summary>Values of the path that lead to something, for whoever presses <em>Execute</em>.</summary>
    public static RouteHandlerBuilder Try(this RouteHandlerBuilder endpoint, Func<Snapshot, IEnumerable<string?>> values) =>
        endpoint.WithMetadata(new PathExample(values));

    /// <summary>An endpoint of one record: its id may be unknown or gone, or have moved.</summary>
    public static RouteHandlerBuilder OfOne(this RouteHandlerBuilder endpoint) => endpoint.ProducesProblem(Problem.UnknownId, Problem.Gone);

    public static RouteHandlerBuilder ProducesProblem(this RouteHandlerBuilder endpoint, params IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            endpoint.Produces<ProblemResponse>(problem.Status, "application/problem+json");
        return endpoint;
    }

    /// <summary>Says in which formats it answers beside JSON; the parameter <c>format</c> is for the endpoint to take.</summary>
    public static RouteHandlerBuilder In(this RouteHandlerBuilder endpoint, Offers offers) => endpoint.WithMetadata(offers);

    private static async ValueTask<object?> Accepts(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (EventStream.IsAskedOf(context.HttpContext))
            return await next(context);
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Offers>() is not { } offers)
            return await AcceptsJson(context, next);
        // An unknown format is a wrong parameter, which the next filter tells.
        return context.HttpContext.Request.Query.ContainsKey("format") || offers.Choose(context.HttpContext.Request) is not null
            ? await next(context)
            : offers.NotAcceptable();
    }

    private static async ValueTask<object?> AcceptsJson(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var accept = context.HttpContext.Request.Headers.Accept;
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var accepted))
            return await next(context);
        var json = new MediaTypeHeaderValue("application/json");
        // The most specific range that covers JSON decides, as RFC 9110 has it.
        var range = accepted.Where(range => json.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
            .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0).FirstOrDefault();
        return range is { Quality: null or > 0 }
            ? await next(context)
            : Problem.NotAcceptable.With("This path answers in application/json. Ask for it, or for */*.");
    }

    private static async ValueTask<object?> QueryIsRight(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var errors = ReadQuery.Of(context.HttpContext).Errors;
        return errors.Count == 0
            ? await next(context)
            : Problem.InvalidParameter.With(string.Join(' ', errors.Select(error => error.Message)), errors);
    }
}

/// <summary>Values of a path's parameters, in their order, that lead to something.</summary>
internal sealed record PathExample(Func<Snapshot, IEnumerable<string?>> Values);
