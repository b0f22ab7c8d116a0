using System.Text.Json.Nodes;
using AllianceApi.Packs;
using static AllianceApi.Packs.SchemaParts;

namespace AllianceApi.Curation;

/// <summary>The form of what is written: records as packs have them, and what is written of relations, revisions and merges.</summary>
internal static class WriteSchemas
{
    public static JsonObject Definitions { get; } = Build();

    private static JsonObject Build()
    {
        var definitions = PackSchema.Definitions();
        foreach (var kind in Kinds.Catalogue.Kinds)
        {
            // The path says it already.
            var required = definitions[PackSchema.EntityDefinition(kind)]!["required"]!.AsArray();
            required.Remove(required.First(member => member!.GetValue<string>() == "kind"));
        }
        definitions["fact"] = Mapping("A fact. Without a time, the list of three by itself stands for it too: [subject, predicate, object].", ["fact"],
            ("fact", StatementSchema.Triple()), ("validFrom", Date("From when it held.")), ("validTo", Date("Until when it held.")));
        definitions["merge"] = Mapping("Which entity stays.", ["into"], ("into", Id("The entity of the same kind that stays.")));
        definitions["relation"] = Relation();
        definitions["relation-statements"] = Mapping("The statements that make a relation.", ["statements"], ("statements", Statements("Exactly these make it afterwards.")));
        definitions["deletion"] = Mapping("A record that goes.", ["type", "id", "revision"],
            ("type", Choice("What it is.", ["entity", "statement", "predicate"])),
            ("id", Id("Its id.")),
            ("revision", Count("The revision with which it was read.", 0)),
            ("successor", Id("What stands for it from now on.")));
        definitions["revision"] = Revision();
        return definitions;
    }

    private static JsonObject Relation() => Mapping("A relation, and the statements that it is added to.", ["subject", "predicate", "object", "statements"],
        ("subject", Id("The entity that it is said of.")),
        ("predicate", Id("The predicate's own id.")),
        ("object", Id("The entity at the other end.")),
        ("negated", Flag("Whether the statements deny it.")),
        ("validFrom", Date("From when it held.")),
        ("validTo", Date("Until when it held.")),
        ("statements", Statements("Statements that are there already.")));

    private static JsonObject Revision() => Mapping("A small pack. A record that is there carries the revision with which it was read, as a member `revision`.", [],
        ("note", Text("Why it is made.", 500)),
        ("predicates", List("Predicates to put.", Open("A predicate."))),
        ("entities", List("Entities to put, each with its kind.", Open("An entity."))),
        ("statements", List("Statements to put.", Open("A statement."))),
        ("delete", List("Records to delete.", Reference("deletion"))));

    /// <summary>A record as its own path takes it.</summary>
    private static JsonObject Open(string description) => new() { ["description"] = $"{description} The same members as when it is sent by itself.", ["type"] = "object" };

    private static JsonObject Statements(string description) => List(description, Id("A statement."), least: 1);
}
