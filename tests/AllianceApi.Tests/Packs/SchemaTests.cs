using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AllianceApi.Packs;
using Xunit;

namespace AllianceApi.Tests.Packs;

public class SchemaTests
{
    /// <summary>What NJsonSchema silently ignores: a rule in these words would hold in editors only.</summary>
    private static readonly string[] Ignored =
        ["const", "if", "then", "else", "contains", "propertyNames", "prefixItems", "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems"];

    [Fact]
    public void The_file_for_editors_is_what_the_loader_checks_by()
    {
        var file = Path.Combine(Root(), "docs", "pack.schema.json");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
            File.WriteAllText(file, PackSchema.Json);
        Assert.Equal(PackSchema.Json, File.ReadAllText(file));
    }

    [Fact]
    public void Every_schema_uses_words_that_the_validator_heeds_and_describes_itself()
    {
        var root = JsonNode.Parse(PackSchema.Json)!.AsObject();
        foreach (var definition in root["definitions"]!.AsObject())
            Walk(definition.Value!.AsObject(), definition.Key, described: true);
        Walk(root, "root", described: true);
    }

    private static void Walk(JsonObject schema, string path, bool described)
    {
        Assert.All(Ignored, word => Assert.False(schema.ContainsKey(word), $"{path} has {word}"));
        if (described && !schema.ContainsKey("$ref"))
            Assert.True($"{schema["description"]}".Length > 5, $"{path} has no description");
        foreach (var property in schema["properties"]?.AsObject() ?? [])
            Walk(property.Value!.AsObject(), $"{path}.{property.Key}", described: true);
        if (schema["items"] is JsonObject items)
            Walk(items, $"{path}[]", described: false);
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
