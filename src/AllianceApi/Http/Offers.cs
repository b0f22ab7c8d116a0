using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>A format that an endpoint answers in.</summary>
/// <param name="Name">As <c>format=</c> has it.</param>
internal record Offer(string Name, string MediaType, string Description);

/// <summary>Says that an endpoint answers in several formats, the one that holds unless told first.</summary>
internal sealed record Offers(IReadOnlyList<Offer> Formats)
{
    /// <summary>A browser asks for this whatever it is about to show, and nothing here answers in it.</summary>
    private static readonly MediaTypeHeaderValue Page = new("text/html");

    /// <summary>The parameter that chooses one of the formats, whatever the client accepts.</summary>
    public Parameter Parameter => new()
    {
        Name = "format",
        Description = $"The format of the answer; it wins over `Accept`. {string.Join(" ", Formats.Select(offer => $"`{offer.Name}` ({offer.MediaType}): {offer.Description}"))}",
        Allowed = [.. Formats.Select(offer => offer.Name)],
        Many = false,
        Default = Formats[0].Name,
        Apply = (context, values) => context.Query.Format = values[0],
    };

    /// <summary>The format that a request asks for; null where there is none that it accepts.</summary>
    public Offer? Choose(HttpRequest request) => request.Query.ContainsKey("format")
        ? Formats.FirstOrDefault(offer => offer.Name == request.Query["format"])
        : ByAccept(request.Headers.Accept);

    /// <summary>The format of the highest quality; of equals the one that was named most exactly, then first.</summary>
    public Offer? ByAccept(StringValues accept)
    {
        if (accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(accept, out var parsed))
            return Formats[0];
        MediaTypeHeaderValue[] ranges = [.. parsed];
        // What a browser sends of itself says nothing about the formats here, even where it can show pictures.
        if (Array.Exists(ranges, range => range.MediaType == Page.MediaType) && Array.Exists(ranges, range => range.MatchesAllTypes))
            return Formats[0];
        return Formats
            .Select(offer => (Offer: offer, Match: Best(offer.MediaType, ranges)))
            .Where(found => found.Match.Quality > 0)
            .OrderByDescending(found => found.Match.Quality).ThenByDescending(found => found.Match.Exactness).ThenBy(found => found.Match.Position)
            .Select(found => found.Offer)
            .FirstOrDefault();
    }

    /// <summary>The answer to a request that accepts none of them.</summary>
    public ProblemResult NotAcceptable() => Problem.NotAcceptable.With(
        $"This path answers in {string.Join(", ", Formats.Select(offer => offer.MediaType))}. Ask for one of them, for */*, or say format={Formats[0].Name}.",
        new ProblemError { Message = "None of the media types in 'Accept' is to be had.", Allowed = [.. Formats.Select(offer => offer.MediaType)] });

    /// <summary>The most specific range that covers a media type decides, as RFC 9110 has it.</summary>
    private static (double Quality, int Exactness, int Position) Best(string mediaType, MediaTypeHeaderValue[] ranges)
    {
        var type = new MediaTypeHeaderValue(mediaType);
        var best = (Quality: 0.0, Exactness: -1, Position: 0);
        for (var i = 0; i < ranges.Length; i++)
        {
            var exactness = ranges[i].MatchesAllTypes ? 0 : ranges[i].MatchesAllSubTypes ? 1 : 2;
            if (exactness > best.Exactness && Covers(ranges[i], type))
                best = (ranges[i].Quality ?? 1, exactness, i);
        }
        return best;
    }

    /// <summary>By the letter: the framework's own comparison takes <c>application/ld+json</c> for a sort of <c>application/json</c>.</summary>
    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue type) => range.MatchesAllTypes
        || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase)));
}
