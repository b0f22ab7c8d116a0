using System.Diagnostics;

namespace AllianceApi.Http;

/// <summary>One line a request. The path is logged as it was sent, percent-encoded, so that nobody writes lines of their own into the log; the query is not.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private const int LongestPath = 200;

    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var path = context.Request.Path.ToUriComponent();
            Answered(
                context.Request.Method,
                path.Length > LongestPath ? path[..LongestPath] : path,
                context.Response.StatusCode,
                Stopwatch.GetElapsedTime(start).TotalMilliseconds,
                context.Response.ContentLength ?? 0,
                Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Milliseconds:0.0} ms, {Bytes} bytes, trace {TraceId}")]
    private partial void Answered(string method, string path, int status, double milliseconds, long bytes, string traceId);
}
