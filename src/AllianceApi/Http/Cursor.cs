using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>
/// Where a list goes on: the place of the last row shown, the hash of the query it belongs to, and a checksum. Opaque to clients.
/// </summary>
internal static class Cursor
{
    private const int HashLength = 6;

    private static readonly string[] NotOfTheQuery = ["cursor", "limit", "fields", "expand"];

    /// <summary>What a query asks for, whatever the page and the members shown.</summary>
    public static string IdentityOf(string path, IEnumerable<(string Name, string Value)> query) => string.Join('\n', query
        .Where(pair => !NotOfTheQuery.Contains(pair.Name))
        .Select(pair => $"{pair.Name}={pair.Value}")
        .Order(StringComparer.Ordinal)
        .Prepend(path));

    public static string Write(Place place, string identity)
    {
        var content = Encoding.UTF8.GetBytes(place.Key is null ? $"-{place.Id}" : $"+{place.Key}\n{place.Id}");
        return Base64Url.EncodeToString([.. Hash(Encoding.UTF8.GetBytes(identity)), .. Checksum(content), .. content]);
    }

    /// <summary>The place, or what is wrong with the cursor.</summary>
    public static (Place Place, string? Error) Read(string cursor, string identity)
    {
        const string Broken = "The cursor was changed or cut short. Use one exactly as 'next' gave it, or leave it out to begin anew.";
        if (!Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor) is not { Length: > 2 * HashLength } bytes || Base64Url.EncodeToString(bytes) != cursor)
            return (default, Broken);

        var content = bytes.AsSpan(2 * HashLength);
        if (!bytes.AsSpan(HashLength, HashLength).SequenceEqual(Checksum(content)))
            return (default, Broken);
        if (!bytes.AsSpan(0, HashLength).SequenceEqual(Hash(Encoding.UTF8.GetBytes(identity))))
            return (default, "The cursor belongs to another query. Keep path, filters and order as they were, or leave it out to begin anew.");

        var text = Encoding.UTF8.GetString(content);
        var end = text.LastIndexOf('\n');
        return (text[0] == '-' ? new Place(null, text[1..]) : new Place(text[1..end], text[(end + 1)..]), null);
    }

    private static byte[] Hash(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..HashLength];

    private static byte[] Checksum(ReadOnlySpan<byte> content) => Hash([.. "cursor"u8, .. content]);
}
