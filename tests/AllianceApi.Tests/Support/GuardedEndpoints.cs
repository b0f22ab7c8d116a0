using System.Net;
using AllianceApi.Access;
using AllianceApi.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceApi.Tests.Support;

/// <summary>Endpoints beside the program's own, one a scope, that say who asked; and requests that come from whatever address they say.</summary>
internal sealed class GuardedEndpoints : IStartupFilter
{
    public const string Path = "/api/v1/guarded";
    public const string AddressHeader = "Test-Address";

    private const string Routes = "__EndpointRouteBuilder";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, next) =>
        {
            // One of its own for each, so that no test uses up the tries of another.
            context.Connection.RemoteIpAddress = context.Request.Headers[AddressHeader] is [{ } address] ? IPAddress.Parse(address) : new IPAddress(Random.Shared.NextInt64(1, uint.MaxValue));
            return next(context);
        });
        // What is found here is guarded and carried out by the program, as what it finds itself is.
        app.UseRouting();
        var routes = app.Properties[Routes];
        next(app);
        app.Properties[Routes] = routes;
        app.UseEndpoints(Map);
    };

    private static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (method, scope) in ((string, string)[])[("POST", "curate"), ("DELETE", "admin")])
        {
            routes.MapMethods(Path, [method], Who)
                .Describe($"{scope}Guarded", "Service", "Says who asked.", "For tests.", typeof(string))
                .ProducesProblem(Problem.InvalidParameter, Problem.NotAcceptable, Problem.NotReady)
                .RequireScope(Scopes.WidestOf([scope]));
        }
    }

    private static string Who(HttpContext context)
    {
        var caller = context.Caller();
        return $"{caller.Credential} {caller.Scope.Word()} {caller.Name}";
    }
}
