using System.Globalization;
using AllianceApi.Http;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Curation;

/// <summary>A change names the version that it was made from, so that no change of somebody else's is lost.</summary>
internal static class IfMatch
{
    /// <param name="revision">The record's revision now.</param>
    /// <param name="tag">Its tag now, sent along with a refusal.</param>
    public static ProblemResult? Check(HttpRequest request, string what, long revision, string tag)
    {
        if (request.Headers.IfMatch.Count == 0)
            return Problem.PreconditionRequired.With($"Say which version of {what} you change: 'If-Match: {tag}', the ETag that came with it.");
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags))
            return Problem.InvalidHeader.With("'If-Match' is no list of entity tags. Send the ETag that came with the record, quotes included, or *.");
        return tags.Any(candidate => candidate.Tag == "*" || (!candidate.IsWeak && RevisionOf(candidate.Tag.AsSpan()) == revision))
            ? null
            : Problem.PreconditionFailed.With($"{char.ToUpperInvariant(what[0])}{what[1..]} changed in revision {revision}, or the tag is not one of its own. Read it again, and make the change upon what it is now.") with { Tag = tag };
    }

    /// <summary>The record's revision is the part of a tag before the first dot: another record's change is no lost race.</summary>
    private static long RevisionOf(ReadOnlySpan<char> tag)
    {
        var inner = tag.Trim('"');
        var dot = inner.IndexOf('.');
        return dot > 0 && long.TryParse(inner[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1;
    }
}
