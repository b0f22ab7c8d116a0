using System.Text.Json;
using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>What is rare is a record, and written by the serializer.</summary>
internal static class RecordJson
{
    public static void Record<T>(this JsonBuffer json, T record) => json.Raw(JsonSerializer.SerializeToUtf8Bytes(record, Json.Options));
}
