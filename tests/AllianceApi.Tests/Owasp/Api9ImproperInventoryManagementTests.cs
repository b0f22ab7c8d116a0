using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>What is served is documented: nothing old, nothing forgotten, nothing for developers.</summary>
public sealed class Api9ImproperInventoryManagementTests(SeedGraph api)
{
    /// <summary>What lies beside the API and is described in the README.</summary>
    private static readonly string[] Beside =
        ["/", "/health/live", "/health/ready", "/problems", "/problems/{code}", "/schemas/pack.json", "/schemas/record.json", "/openapi/v1.json", "/vocabulary", "/context.jsonld"];

    [Fact]
    public async Task Every_route_is_in_the_document_or_among_those_beside_it()
    {
        var documented = (await Operation.All(api)).Select(operation => operation.Path).Concat(Beside).ToHashSet(StringComparer.Ordinal);
        var routes = (await api.Service<EndpointDataSource>()).Endpoints.OfType<RouteEndpoint>().Select(route => $"/{route.RoutePattern.RawText!.Trim('/')}").ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Contains(route, documented));
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v0")]
    [InlineData("/api/v2")]
    [InlineData("/v1")]
    [InlineData("/metrics")]
    [InlineData("/debug")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/swagger/v1/swagger.json")]
    public async Task There_is_nothing_else(string path) => await api.GetProblem(path, 404, "unknown-path");
}
