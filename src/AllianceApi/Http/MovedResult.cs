namespace AllianceApi.Http;

/// <summary>Leads to where a record is to be had for good (308), with the query as it was.</summary>
internal sealed class MovedResult(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        Results.Redirect(path + httpContext.Request.QueryString, permanent: true, preserveMethod: true).ExecuteAsync(httpContext);
}
