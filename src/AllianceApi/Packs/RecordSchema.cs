using System.Text.Json.Nodes;
using static AllianceApi.Packs.SchemaParts;

namespace AllianceApi.Packs;

/// <summary>The form of a line of a pack that is NDJSON: <c>docs/record.schema.json</c>. Its records have the form of those in YAML.</summary>
internal static class RecordSchema
{
    /// <summary>The text of <c>docs/record.schema.json</c>.</summary>
    public static string Json { get; } = PackSchema.Written(Root());

    private static JsonObject Root()
    {
        var definitions = PackSchema.Definitions();
        // Its passages are lines of their own.
        definitions["document"]!["properties"]!.AsObject().Remove("passages");
        definitions["document"]!["required"] = new JsonArray("id", "title", "language", "sha256", "sections");
        definitions["entity"] = new JsonObject
        {
            ["description"] = "A thing that statements speak of: its members, no facts.",
            ["oneOf"] = new JsonArray([.. Kinds.Catalogue.Kinds.Select(kind => Reference(PackSchema.EntityDefinition(kind)))]),
        };
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "A line of a pack of the Alliance API that is NDJSON",
            ["description"] = "One record a line: documents, then passages, predicates, entities, statements.",
            ["oneOf"] = new JsonArray(Line("document"), Passage(), Line("predicate"), Line("entity"), Line("statement")),
            ["definitions"] = definitions,
        };
    }

    private static JsonObject Line(string type) => Mapping($"A line with {(type == "entity" ? "an" : "a")} {type}.", ["type", "record"],
        ("type", Choice("What the record is.", [type])),
        ("record", Reference(type)));

    private static JsonObject Passage() => Mapping("A line with a passage, behind that of its document.", ["type", "document", "record"],
        ("type", Choice("What the record is.", ["passage"])),
        ("document", Id("The document that it is a sentence of.")),
        ("record", Reference("passage")));
}
