using System.Diagnostics;
using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>Answers a request with a problem document.</summary>
internal sealed record ProblemResult(Problem Problem, string Detail, IReadOnlyList<ProblemError> Errors) : IResult
{
    /// <summary>Where the same thing is to be had, sent as a <c>Link</c>.</summary>
    public string? Alternate { get; init; }

    /// <summary>What became of the record that was asked for.</summary>
    public Gone? Gone { get; init; }

    /// <summary>The tag of the record as it is now.</summary>
    public string? Tag { get; init; }

    /// <summary>In how many seconds to try again.</summary>
    public int? RetryAfter { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Problem.Status;
        response.Headers.CacheControl = "no-store";
        if (Alternate is not null)
            response.Headers.Link = $"<{Alternate}>; rel=\"alternate\"";
        if (Tag is not null)
            response.Headers.ETag = Tag;
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = new ProblemResponse
        {
            Type = Problem.Type,
            Title = Problem.Title,
            Status = Problem.Status,
            Code = Problem.Code,
            Detail = Detail,
            Instance = httpContext.Request.PathBase + httpContext.Request.Path,
            Errors = Errors.Count == 0 ? null : Errors,
            TraceId = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier,
            DeletedIn = Gone?.Revision,
            DeletedAt = Gone?.Time,
            Successor = Gone?.Successor,
        };
        return response.WriteAsJsonAsync(body, Json.Options, "application/problem+json", httpContext.RequestAborted);
    }
}
