using AllianceApi.Graph;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>
/// Answers with text that is written while it is sent: of one snapshot, conditional, and without a byte for <c>HEAD</c>. Its length is not known beforehand.
/// </summary>
/// <param name="revision">The revision of the record that is shown; 0 where it is of the whole graph.</param>
/// <param name="mediaType">Without parameters.</param>
internal sealed class StreamResult(Snapshot graph, long revision, string mediaType, Func<Utf8Output, Task> write) : IResult
{
    /// <summary>The name under which a browser keeps it; null to show it in place.</summary>
    public string? FileName { get; init; }

    /// <summary>Whether a browser shows it in place all the same.</summary>
    public bool Inline { get; init; }

    /// <summary>Whether it is text, and so has an encoding.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>What else decides the bytes, such as the address that IRIs begin with.</summary>
    public string Decisive { get; init; } = "";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = EntityTag.Of(httpContext, graph, revision, $"{mediaType} {Decisive}");
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Encoding";
        if (EntityTag.IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = IsText ? $"{mediaType}; charset=utf-8" : mediaType;
        if (FileName is not null)
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue(Inline ? "inline" : "attachment") { FileName = FileName }.ToString();
        if (HttpMethods.IsHead(request.Method))
            return;
        try
        {
            var output = new Utf8Output(response.BodyWriter, httpContext.RequestAborted);
            await write(output);
            await output.FlushedAsync();
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be told anything.
        }
    }
}
