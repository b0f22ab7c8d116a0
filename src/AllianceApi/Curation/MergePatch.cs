using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceApi.Graph;

namespace AllianceApi.Curation;

/// <summary>JSON Merge Patch (RFC 7396) upon a record as a pack has it.</summary>
internal static class MergePatch
{
    /// <param name="write">Writes the record that is patched.</param>
    public static JsonElement Apply(Action<JsonBuffer> write, JsonElement patch) => JsonSerializer.SerializeToElement(Merge(JsonSerializer.SerializeToNode(Written(write)), patch));

    /// <summary>A record as JSON.</summary>
    public static JsonElement Written(Action<JsonBuffer> write)
    {
        using var json = new JsonBuffer();
        write(json);
        return JsonElement.Parse(json.Written);
    }

    private static JsonNode? Merge(JsonNode? target, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
            return JsonSerializer.SerializeToNode(patch);
        var merged = target as JsonObject ?? [];
        foreach (var member in patch.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                merged.Remove(member.Name);
            else
                merged[member.Name] = Merge(Detach(merged, member.Name), member.Value);
        }
        return merged;
    }

    private static JsonNode? Detach(JsonObject parent, string name)
    {
        var node = parent[name];
        parent.Remove(name);
        return node;
    }
}
