using System.Net;
using System.Text;
using System.Text.Unicode;
using AllianceApi.Graph;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace AllianceApi.Http;

/// <summary>Whatever fails without an answer of its own answers as a problem.</summary>
internal static partial class Failures
{
    /// <summary>Longer addresses are refused; the server's own limit lies above, so that this answer can be given.</summary>
    private const int LongestTarget = 8_192;

    private const string Versions = "The API lies below /api/v1, and GET /api/v1 lists what there is. See /swagger.";

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        // What the client did wrong is no error of the program: nobody fills the log with it.
        // Nor does a disk that is full: what is wrong with the store is a line.
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Fail,
            SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException || TroubleOf(failed.HttpContext, failed.Exception) is not null,
        })
        .UseStatusCodePages(context => Describe(context.HttpContext).ExecuteAsync(context.HttpContext))
        .Use((context, next) => WrongWith(context) is { } problem ? problem.ExecuteAsync(context) : next(context));

    private static ProblemResult? WrongWith(HttpContext context)
    {
        if (context.Request.Path.Value!.Length + context.Request.QueryString.Value!.Length > LongestTarget)
            return Problem.UriTooLong.With($"The address is longer than {LongestTarget} characters. Ask for fewer ids at a time.");
        return IsUtf8(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
            ? null
            : Problem.BadRequest.With("The address has bytes that are no UTF-8. Percent-encode text as UTF-8.");
    }

    /// <summary>What is not would be read as something else than was sent.</summary>
    private static bool IsUtf8(string target)
    {
        if (!target.Contains('%', StringComparison.Ordinal))
            return true;
        var encoded = Encoding.UTF8.GetBytes(target);
        return Utf8.IsValid(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length));
    }

    private static Task Fail(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is not null && TroubleOf(context, error) is { } trouble)
        {
            StoreFailed(context.RequestServices.GetRequiredService<ILogger<FindTrouble>>(), trouble.Reason);
            return Describe(trouble).ExecuteAsync(context);
        }
        var answer = error is BadHttpRequestException bad
            ? Describe(bad)
            : Problem.Internal.With("Something went wrong that is not the request's fault. Nothing was changed. The log has the trace id.");
        return answer.ExecuteAsync(context);
    }

    private static Trouble? TroubleOf(HttpContext context, Exception error) => context.RequestServices.GetRequiredService<FindTrouble>()(error);

    private static ProblemResult Describe(Trouble trouble) => trouble.IsFull
        ? Problem.StorageFull.With(trouble.Reason)
        : Problem.StorageFailed.With($"{trouble.Reason} What is asked of the present is answered all the same; nothing was changed.") with { RetryAfter = 5 };

    [LoggerMessage(Level = LogLevel.Error, Message = "The store failed. {Reason}")]
    private static partial void StoreFailed(ILogger log, string reason);

    private static ProblemResult Describe(BadHttpRequestException error) => error.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => Problem.BadRequest.With("The body came too slowly, and the server stopped waiting for the rest of it."),
        StatusCodes.Status413PayloadTooLarge => Problem.ContentTooLarge.With("The body is longer than this path takes. Send less at a time."),
        _ => Problem.BadRequest.With("The request is not well-formed HTTP, or its address has characters that cannot be."),
    };

    private static ProblemResult Describe(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problem.UnknownPath.With($"There is nothing at this path. {Versions}"),
        StatusCodes.Status405MethodNotAllowed => Problem.MethodNotAllowed.With($"This path does not take {context.Request.Method}; it takes {context.Response.Headers.Allow}."),
        StatusCodes.Status415UnsupportedMediaType => Problem.UnsupportedMediaType.With("Send JSON, and say so: 'Content-Type: application/json'."),
        StatusCodes.Status500InternalServerError => Problem.Internal.With("Something went wrong that is not the request's fault."),
        _ => Problem.BadRequest.With("The request cannot be read."),
    };
}
