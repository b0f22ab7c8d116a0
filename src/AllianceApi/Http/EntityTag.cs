using System.Security.Cryptography;
using System.Text;
using AllianceApi.Graph;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Http;

/// <summary>
/// The strong tag of an answer: the record's revision, the graph's, and a hash of all else that decides its bytes.
/// </summary>
internal static class EntityTag
{
    private static readonly string Program = typeof(EntityTag).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static string Of(HttpContext context, Snapshot graph, long recordRevision, string mediaType) =>
        Of(context, graph, recordRevision, mediaType, context.Request.Path, context.Request.QueryString.Value);

    /// <summary>The tag that a GET of another path would have.</summary>
    public static string Of(HttpContext context, Snapshot graph, long recordRevision, string mediaType, string path, string? query = "")
    {
        var decisive = string.Join('\n', graph.GraphId, Program, Cursor.IdentityOf(path, []), query, mediaType, CodingOf(context));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(decisive)))[..16];
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{recordRevision}.{graph.Revision}.{hash}\"");
    }

    /// <summary>Whether the client has just this answer already. What cannot be read as a list of tags matches nothing.</summary>
    public static bool IsKnown(HttpRequest request, string tag)
    {
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known))
            return false;
        var current = EntityTagHeaderValue.Parse(tag);
        return known.Any(candidate => candidate.Tag == "*" || candidate.Compare(current, useStrongComparison: false));
    }

    /// <summary>The coding in which the answer will go out; empty where it goes out as it is.</summary>
    public static string CodingOf(HttpContext context)
    {
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        return compression.CheckRequestAcceptsCompression(context) ? compression.GetCompressionProvider(context)?.EncodingName ?? "" : "";
    }
}
