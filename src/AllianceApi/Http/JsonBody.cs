using System.Text.Json;
using AllianceApi.Graph;
using Microsoft.AspNetCore.Http.Features;

namespace AllianceApi.Http;

/// <summary>Reads the body of a request as JSON, or says what keeps it from being read.</summary>
internal static class JsonBody
{
    /// <summary>Longer bodies are refused before they are read to their end.</summary>
    public const int MostBytes = 1_000_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Says that an endpoint takes JSON, and with what it may be tried.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint, Func<Snapshot, IEnumerable<BodyExample>> examples)
        where T : notnull => endpoint
            .Accepts<T>("application/json")
            .WithMetadata(new BodyExamples(examples))
            .ProducesProblem(Problem.BadRequest, Problem.ContentTooLarge, Problem.UnsupportedMediaType, Problem.InvalidBody);

    public static async Task<(JsonDocument? Body, ProblemResult? Problem)> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return (null, Problem.UnsupportedMediaType.With("Send JSON, and say so: 'Content-Type: application/json'."));
        var (bytes, problem) = await BytesAsync(context, MostBytes);
        return problem is null ? Parse(bytes) : (null, problem);
    }

    /// <summary>The body as it was sent, if it is not too long.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, ProblemResult? Problem)> BytesAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength <= most || context.Request.ContentLength is null)
        {
            if (await ReadAsync(context, most) is { } bytes)
                return (bytes, null);
        }
        // What is left of it is not wanted, and not worth the connection.
        context.Response.Headers.Connection = "close";
        return (default, Problem.ContentTooLarge.With($"The body is longer than {most:N0} bytes. Send less at a time."));
    }

    public static (JsonDocument? Body, ProblemResult? Problem) Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var body = JsonDocument.Parse(bytes, Strict);
            Touch(body.RootElement);
            return (body, null);
        }
        catch (JsonException error)
        {
            return (null, Problem.BadRequest.With($"The body is no JSON that can be used: {error.Message}"));
        }
        catch (InvalidOperationException)
        {
            return (null, Problem.BadRequest.With("The body is no JSON that can be used: a text in it has half a character (a lone surrogate)."));
        }
    }

    /// <returns>Null where there is more than is taken.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var bytes = new byte[Math.Min(context.Request.ContentLength ?? 4096, most) + 1];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                if (length > most)
                    return null;
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, most + 1));
            }
            var read = await context.Request.Body.ReadAsync(bytes.AsMemory(length), context.RequestAborted);
            if (read == 0)
                return bytes.AsMemory(0, length);
            length += read;
        }
    }

    /// <summary>Reads every text once: one that is broken fails here and nowhere else.</summary>
    private static void Touch(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Touch(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Touch(member.Value);
                }
                break;
        }
    }
}

/// <summary>A body to try an endpoint with.</summary>
internal sealed record BodyExample(string Name, string Summary, string Json);

/// <summary>The bodies to try an endpoint with, as OpenAPI shows them; the first is what <em>Execute</em> sends.</summary>
internal sealed record BodyExamples(Func<Snapshot, IEnumerable<BodyExample>> Of);
