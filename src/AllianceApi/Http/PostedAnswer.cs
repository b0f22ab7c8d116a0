using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>Answers a question that came by POST with JSON. There is no address to keep the answer under, so it has no tag and is not kept.</summary>
internal sealed class PostedAnswer(JsonBuffer json) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json.Memory, httpContext.RequestAborted);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
