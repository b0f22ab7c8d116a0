using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>Answers with something that is no part of the graph and of no revision of it, such as a job: conditional by what it says.</summary>
internal sealed class OwnResult<T>(T value) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Where it is to be had from now on, where it was made.</summary>
    public string? Location { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var body = JsonSerializer.SerializeToUtf8Bytes(value, Json.Options);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}{EntityTag.CodingOf(httpContext)}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Location is not null)
            response.Headers.Location = Location;
        if (Status == StatusCodes.Status200OK && EntityTag.IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}

internal static class OwnResult
{
    public static OwnResult<T> Of<T>(T value) => new(value);
}
