using System.Text.Json;

namespace AllianceApi.Tests.Support;

/// <summary>Short ways to the parts of raw JSON; what is not there fails the test with its name.</summary>
internal static class JsonReading
{
    public static JsonElement At(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new KeyNotFoundException($"There is no '{name}' in {json}");

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    public static string Text(this JsonElement json, string name) => json.At(name).GetString()!;

    public static int Number(this JsonElement json, string name) => json.At(name).GetInt32();

    public static bool Flag(this JsonElement json, string name) => json.At(name).GetBoolean();

    public static JsonElement[] List(this JsonElement json, string name) => [.. json.At(name).EnumerateArray()];

    /// <summary>A list of texts, with spaces between them.</summary>
    public static string Texts(this JsonElement json, string name) => json.List(name).Select(text => text.GetString()!).Spaced();

    /// <summary>The ids of a list of records, with spaces between them.</summary>
    public static string Ids(this JsonElement json, string name) => json.List(name).Select(record => record.Text("id")).Spaced();

    /// <summary>The names of the members, in their order.</summary>
    public static string Names(this JsonElement json) => json.EnumerateObject().Select(member => member.Name).Spaced();

    public static string Spaced(this IEnumerable<string> texts) => string.Join(' ', texts);
}
