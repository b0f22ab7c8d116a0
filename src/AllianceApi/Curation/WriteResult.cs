using System.Globalization;
using System.Text.Json;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Curation;

/// <summary>The answer to a write: what a GET would show now, with its tag and its address.</summary>
internal sealed class WriteResult(int status, IReadOnlyDictionary<string, string> headers, byte[] body) : IResult
{
    private const string MediaType = "application/json; charset=utf-8";
    private const string GraphRevision = "Graph-Revision";

    /// <summary>More contested facts than this are not named one by one.</summary>
    private const int MostContested = 20;

    public static WriteResult Of(HttpContext context, WriteOptions options, Snapshot graph, Shown shown)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [GraphRevision] = graph.Revision.ToString(CultureInfo.InvariantCulture) };
        if (shown.Path is { } path)
        {
            headers[HeaderNames.ETag] = EntityTag.Of(context, graph, shown.Revision, MediaType, path);
            headers[shown.Status == StatusCodes.Status201Created ? HeaderNames.Location : HeaderNames.ContentLocation] = path;
        }
        if (Contested(graph, shown.Facts) is { Length: > 0 } contested)
            headers["Contested"] = contested;
        if (options.DryRun)
            headers["Dry-Run"] = "true";
        if (options.Minimal)
            headers["Preference-Applied"] = "return=minimal";
        using var json = new JsonBuffer();
        if (!options.Minimal)
            shown.Write(json);
        var status = options.Minimal && shown.Status == StatusCodes.Status200OK ? StatusCodes.Status204NoContent : shown.Status;
        return new WriteResult(status, headers, json.Written.ToArray());
    }

    public static WriteResult Of(StoredAnswer answer) => new(answer.Status, JsonSerializer.Deserialize<Dictionary<string, string>>(answer.Headers)!, answer.Body);

    public StoredAnswer ToStore(WriteOptions options, string key) => new()
    {
        Credential = options.Caller.Credential,
        Key = key,
        Fingerprint = options.Fingerprint,
        Status = status,
        Headers = JsonSerializer.Serialize(headers),
        Body = body,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        if (body.Length == 0)
            return;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static string Contested(Snapshot graph, IEnumerable<int> facts) =>
        string.Join(", ", facts.Select(row => graph.Facts[row]).Where(fact => fact.Contested).Take(MostContested).Select(graph.IdOf));
}
