using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using NJsonSchema;
using static AllianceApi.Packs.SchemaParts;

namespace AllianceApi.Packs;

/// <summary>
/// The form of packs as a JSON Schema, made from the catalogue of kinds: <c>docs/pack.schema.json</c> for editors, and what the loader checks by.
/// </summary>
internal static class PackSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JsonBuffer.Encoder };

    /// <summary>The text of <c>docs/pack.schema.json</c>.</summary>
    public static string Json { get; } = Written(Root());

    private static readonly Lazy<JsonSchema> Parsed = new(() => JsonSchema.FromJsonAsync(Json).GetAwaiter().GetResult());

    /// <summary>The form of one record: <c>document</c>, <c>predicate</c>, <c>statement</c>, or <c>entity-</c> and a kind.</summary>
    public static JsonSchema Definition(string name) => Parsed.Value.Definitions[name];

    public static string EntityDefinition(Kind kind) => $"entity-{kind.Id}";

    private static JsonObject Root()
    {
        var root = Mapping("A file of a pack. All files of its folder together are the pack.", [],
            ("documents", List("The source texts, without their words.", Reference("document"), unique: false)),
            ("predicates", List("The relation types.", Reference("predicate"), unique: false)),
            ("entities", List("The things that statements speak of: their members, no facts.",
                new JsonObject { ["oneOf"] = new JsonArray([.. Catalogue.Kinds.Select(kind => Reference(EntityDefinition(kind)))]) }, unique: false)),
            ("statements", List("What passages say, in our own words, and the facts that it supports.", Reference("statement"), unique: false)));
        root.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        root.Insert(1, "title", "A pack of the Alliance API");
        root["definitions"] = Definitions();
        return root;
    }

    public static string Written(JsonObject schema) => schema.ToJsonString(Indented) + "\n";

    /// <summary>The records of a pack, and their parts.</summary>
    public static JsonObject Definitions()
    {
        var definitions = new JsonObject
        {
            ["document"] = DocumentSchema.Document(),
            ["section"] = DocumentSchema.Section(),
            ["passage"] = DocumentSchema.Passage(),
            ["predicate"] = Predicate(),
            ["statement"] = StatementSchema.Statement(),
            ["fact"] = StatementSchema.Fact(),
            ["triple"] = StatementSchema.Triple(),
        };
        foreach (var kind in Catalogue.Kinds)
            definitions[EntityDefinition(kind)] = Entity(kind);
        return definitions;
    }

    private static JsonObject Predicate() => Mapping("A relation type.", ["id", "label", "definition", "domain", "range"],
        ("id", Id("Public and permanent. Predicates, inverses, attributes and members share one namespace.")),
        ("label", Text("How it reads from the subject.", Limits.Name)),
        ("inverse", Mapping("How it reads from the object. Every predicate has one, unless it is symmetric.", ["id", "label"],
            ("id", Id("The inverse's id, which serves as a filter; facts take the predicate's own.")),
            ("label", Text("How it reads from the object.", Limits.Name)))),
        ("definition", Text("When to use it, and when not.", Limits.Text)),
        ("domain", Kinds("The kinds that its subject may be of.")),
        ("range", Kinds("The kinds that its object may be of.")),
        ("symmetric", Flag("Whether it says the same from either end. Its facts then have the lesser id first.")),
        ("transitive", Flag("Whether it may be followed in chains.")),
        ("singleValued", Flag("Whether a subject has at most one object at a time.")),
        ("excludes", List("The predicates that cannot hold from the same subject to the same object; said on one, meant for both.", Id("A predicate."))));

    private static JsonObject Kinds(string description) =>
        List(description, Choice("A kind.", Catalogue.Kinds.Select(kind => kind.Id)), least: 1);

    private static JsonObject Entity(Kind kind) => Mapping(kind.Description,
        ["id", "kind", "name", "summary", "summaryEvidence", .. kind.Members.Where(member => member.Required).Select(member => member.Name)],
        [
            ("id", Id(Doc(nameof(EntityResponse.Id)))),
            ("kind", Choice(kind.Description, [kind.Id])),
            ("name", Text(Doc(nameof(EntityResponse.Name)), Limits.Name)),
            ("aliases", List(Doc(nameof(EntityResponse.Aliases)), Text("Another name.", Limits.Name))),
            ("summary", Text(Doc(nameof(EntityResponse.Summary)), Limits.Text)),
            ("summaryEvidence", List(Doc(nameof(EntityResponse.SummaryEvidence)), Id("A statement."), least: 1)),
            ("sameAs", List(Doc(nameof(EntityResponse.SameAs)), Pattern("An absolute URL.", "^https?://"))),
            .. kind.Members.Select(member => (member.Name, Member(member))),
        ]);

    private static JsonObject Member(Field member) => member.Type switch
    {
        FieldType.Choice => Choice(member.Description, member.Choices),
        FieldType.Date => Date(member.Description),
        _ => Text(member.Description, Limits.Text),
    };

    private static string Doc(string property) => Documentation.Of(typeof(EntityResponse).GetProperty(property)!);
}
