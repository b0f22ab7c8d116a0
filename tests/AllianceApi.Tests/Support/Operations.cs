using AllianceApi.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceApi.Tests.Support;

/// <summary>An operation of the API: its id, a path that leads to something, and what it answers with.</summary>
internal sealed record Operation(string Id, string Pattern, string Path, Type Answer)
{
    /// <summary>All that are mapped below the base, each with the example that its documentation has.</summary>
    public static IReadOnlyList<Operation> Of(Api api) =>
    [
        .. api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .Select(endpoint => new Operation(
                endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
                endpoint.RoutePattern.RawText!,
                PathOf(endpoint, api),
                endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Single(answer => answer.StatusCode == 200).Type!)),
    ];

    private static string PathOf(RouteEndpoint endpoint, Api api)
    {
        var values = new Queue<string?>(endpoint.Metadata.GetMetadata<PathExample>()?.Values(api.Graph) ?? []);
        var segments = endpoint.RoutePattern.PathSegments.Select(segment =>
            segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : values.Dequeue() ?? throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} has no example."));
        return $"/{string.Join('/', segments)}";
    }
}
