using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>Server-sent events: of an endpoint that says so, to whoever asks for them and for nothing else.</summary>
internal sealed record EventStream
{
    public const string MediaType = "text/event-stream";

    public static bool IsAskedOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EventStream>() is not null
        && MediaTypeHeaderValue.TryParseList(context.Request.Headers.Accept, out var accepted) && accepted.Any(range => range.MediaType == MediaType && range.Quality is null or > 0);
}
