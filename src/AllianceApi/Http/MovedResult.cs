namespace AllianceApi.Http;

/// <summary>Leads to the path at which the same thing is to be had, the query kept.</summary>
/// <param name="id">The id in the path asked for, behind which the path is kept, too; null where it ends there.</param>
internal sealed class MovedResult(string path, string? id = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Location = request.PathBase + path + Rest(request.Path.Value!) + request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    private string Rest(string asked) => id is not null && asked.IndexOf($"/{id}/", StringComparison.Ordinal) is >= 0 and var at ? asked[(at + id.Length + 1)..] : "";
}
