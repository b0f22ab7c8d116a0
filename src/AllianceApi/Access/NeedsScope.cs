using AllianceApi.Http;
using Microsoft.AspNetCore.Authorization;

namespace AllianceApi.Access;

/// <summary>Says of an endpoint what whoever asks must be allowed.</summary>
internal sealed record NeedsScope(Scope Scope) : IAuthorizeData
{
    /// <summary>The policy of this name: see <see cref="AccessSetup"/>.</summary>
    public string? Policy { get; set; } = Scope.Word();

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; }

    public static NeedsScope? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>();
}

/// <summary>How endpoints say who may use them.</summary>
internal static class ScopedEndpoints
{
    private static readonly Problem[] Refusing = [Problem.Unauthorized, Problem.Forbidden, Problem.TooManyRequests];

    /// <summary>Only who has this scope, or a wider one, gets to the handler; it finds them by <see cref="Callers.Caller"/>.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, Scope scope)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => Require(endpoint, scope));
        return scope == Scope.Read ? endpoints : endpoints.RequireCors(AccessSetup.WritersPolicy);
    }

    /// <summary>Whatever of the group needs no other scope needs <see cref="Scope.Read"/>, where reading is not open to all.</summary>
    public static RouteGroupBuilder GuardReads(this RouteGroupBuilder api)
    {
        if (((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<AccessSettings>().ReadsNeedKey)
        {
            ((IEndpointConventionBuilder)api).Finally(endpoint =>
            {
                if (!endpoint.Metadata.OfType<NeedsScope>().Any())
                    Require(endpoint, Scope.Read);
            });
        }
        return api;
    }

    private static void Require(EndpointBuilder endpoint, Scope scope)
    {
        endpoint.Metadata.Add(new NeedsScope(scope));
        foreach (var problem in Refusing)
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(problem.Status, typeof(ProblemResponse), ["application/problem+json"]));
    }
}
