using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Packs;

/// <summary>
/// The words of JSON Schema that packs need. NJsonSchema silently ignores <c>const</c>, <c>if</c>, <c>contains</c>, <c>propertyNames</c>
/// and <c>prefixItems</c>, so that none of them may stand here.
/// </summary>
internal static class SchemaParts
{
    public const string IdPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    public const string DatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    public static JsonObject Text(string description, int longest) =>
        new() { ["description"] = description, ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    public static JsonObject Pattern(string description, string pattern) =>
        new() { ["description"] = description, ["type"] = "string", ["minLength"] = 1, ["pattern"] = pattern };

    public static JsonObject Id(string description) =>
        new()
        {
            ["description"] = $"{description} {PublicId.Form}",
            ["type"] = "string",
            ["minLength"] = 1,
            ["maxLength"] = PublicId.MaxLength,
            ["pattern"] = IdPattern,
        };

    public static JsonObject Date(string description) => Pattern($"{description} {PartialDate.Form} Quoted.", DatePattern);

    public static JsonObject Choice(string description, IEnumerable<string> choices) =>
        new() { ["description"] = description, ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice))]) };

    public static JsonObject Flag(string description) => new() { ["description"] = description, ["type"] = "boolean" };

    public static JsonObject Count(string description, int least) => new() { ["description"] = description, ["type"] = "integer", ["minimum"] = least };

    public static JsonObject List(string description, JsonObject item, int least = 0, int? most = null, bool unique = true)
    {
        var list = new JsonObject { ["description"] = description, ["type"] = "array", ["items"] = item };
        if (least > 0)
            list["minItems"] = least;
        if (most is not null)
            list["maxItems"] = most;
        if (unique)
            list["uniqueItems"] = true;
        return list;
    }

    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    public static JsonObject Mapping(string description, IEnumerable<string> required, params (string Key, JsonObject Value)[] properties)
    {
        var mapping = new JsonObject { ["description"] = description, ["type"] = "object", ["additionalProperties"] = false };
        string[] keys = [.. required];
        if (keys.Length > 0)
            mapping["required"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]);
        mapping["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Key, property.Value)));
        return mapping;
    }
}
