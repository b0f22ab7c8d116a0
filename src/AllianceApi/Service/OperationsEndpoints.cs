using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Service;

/// <summary>What lies beside the API: health for operators, what errors mean, the schema of packs, and the way to Swagger UI.</summary>
internal static class OperationsEndpoints
{
    private const string OneDay = "public, max-age=86400";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/", Read, () => Results.Redirect("/swagger")).ExcludeFromDescription();
        app.MapMethods("/health/live", Read, () => Results.Text("live")).ExcludeFromDescription();
        app.MapMethods("/health/ready", Read, (Head head) => head.Current is null
            ? Problem.NotReady.With("The graph is being loaded. Ask again in a moment.") with { RetryAfter = 1 }
            : Results.Text("ready")).ExcludeFromDescription();
        app.MapMethods("/problems", Read, (HttpContext context) => Markdown(context, ErrorPages.Whole)).ExcludeFromDescription();
        app.MapMethods("/problems/{code}", Read, (string code, HttpContext context) => ErrorPages.Find(code) is { } page
            ? Markdown(context, page)
            : Problem.UnknownId.With($"There is no problem '{code}': see /problems.{Nearest.Question(Nearest.To(code, Problem.All.Select(problem => problem.Code)))}"))
            .ExcludeFromDescription();
        foreach (var schema in (string[])["pack", "record"])
            app.MapMethods($"/schemas/{schema}.json", Read, (HttpContext context) => Lasting(context, Results.File(
                Path.Combine(AppContext.BaseDirectory, "docs", $"{schema}.schema.json"), "application/schema+json"))).ExcludeFromDescription();
    }

    private static IResult Markdown(HttpContext context, string page) => Lasting(context, Results.Text(page, "text/markdown; charset=utf-8"));

    /// <summary>Only a new version of the program can change it.</summary>
    private static IResult Lasting(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = OneDay;
        return result;
    }
}
