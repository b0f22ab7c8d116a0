using System.Text.Json;
using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>Keeps of an answer, or of each item of a page, the members that <c>fields=</c> names; what identifies it always stays.</summary>
internal static class FieldSelection
{
    public static void Apply(JsonBuffer json, IReadOnlyList<string> fields)
    {
        var kept = fields.Append("id").Append("locator").ToHashSet(StringComparer.Ordinal);
        using var selected = new JsonBuffer();
        var reader = new Utf8JsonReader(json.Written);
        reader.Read();
        if (IsPage(json.Written))
            CopyPage(json.Written, ref reader, selected, kept);
        else
            CopyObject(json.Written, ref reader, selected, kept);
        json.Truncate(0);
        json.Raw(selected.Written);
    }

    private static bool IsPage(ReadOnlySpan<byte> json) => json.StartsWith("{\"items\":"u8);

    private static void CopyPage(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, JsonBuffer into, HashSet<string> kept)
    {
        // Past "items" and the opening of its array.
        reader.Read();
        reader.Read();
        into.Raw("{\"items\":["u8);
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!first)
                into.Raw(","u8);
            first = false;
            CopyObject(json, ref reader, into, kept);
        }
        into.Raw(json[((int)reader.TokenStartIndex)..]);
    }

    private static void CopyObject(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, JsonBuffer into, HashSet<string> kept)
    {
        into.Raw("{"u8);
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var start = (int)reader.TokenStartIndex;
            var keep = kept.Contains(reader.GetString()!);
            reader.Read();
            reader.Skip();
            if (!keep)
                continue;
            if (!first)
                into.Raw(","u8);
            first = false;
            into.Raw(json[start..(int)reader.BytesConsumed]);
        }
        into.Raw("}"u8);
    }
}
