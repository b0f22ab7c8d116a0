namespace AllianceApi.Http;

/// <summary>Leads to the path at which the same thing is to be had, the query kept.</summary>
internal sealed class MovedResult(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Location = request.PathBase + path + request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }
}
