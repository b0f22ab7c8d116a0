using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>
/// Answers with JSON written from a snapshot: conditional, with its length, and without a byte for <c>HEAD</c>.
/// </summary>
/// <param name="revision">The revision of the record that is shown; 0 for lists.</param>
internal sealed class GraphResult(Snapshot graph, long revision, Action<JsonBuffer> write) : IResult
{
    /// <summary>An answer that is a record.</summary>
    public static GraphResult Of<T>(Snapshot graph, long revision, Func<T> record) =>
        new(graph, revision, json => json.Record(record()));

    private const string MediaType = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = EntityTag.Of(httpContext, graph, revision, MediaType);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Encoding";
        if (EntityTag.IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        using var json = new JsonBuffer();
        write(json);
        if (ReadQuery.Of(httpContext).Fields is { } fields)
            FieldSelection.Apply(json, fields);
        response.ContentType = MediaType;
        if (HttpMethods.IsHead(request.Method))
        {
            Announce(httpContext, json.Length);
            return;
        }
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json.Memory, httpContext.RequestAborted);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>What <c>GET</c> would say of its body: nothing is compressed here, so the length is known only of what is not.</summary>
    private static void Announce(HttpContext context, int length)
    {
        if (EntityTag.CodingOf(context) is { Length: > 0 } coding)
            context.Response.Headers.ContentEncoding = coding;
        else
            context.Response.ContentLength = length;
    }
}
