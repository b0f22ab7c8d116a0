using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceApi.Shapes;
using static AllianceApi.Packs.SchemaParts;

namespace AllianceApi.Packs;

/// <summary>The form of statements in packs.</summary>
internal static class StatementSchema
{
    public static JsonObject Statement() => Mapping("One assertion or denial of what passages say: the unit of evidence.", ["id", "passages", "text"],
        ("id", Id("Public and permanent, one namespace over all documents.")),
        ("document", Id("The document of its passages; needed only where the pack has several.")),
        ("passages", List("The locators of the passages that say it: one; two or three only where it truly needs them.",
            Pattern("A locator.", DocumentSchema.LocatorPattern), least: 1, most: Limits.Passages)),
        ("text", Text("What they say, in our own words.", Limits.Text)),
        ("qualifier", Text("A condition or frequency that a triple cannot hold.", Limits.Qualifier)),
        ("attributedTo", List("Whose view it is, where it is reported as one: an argument, else a position, else an actor.", Id("An entity."))),
        ("standing", Choice($"{Documentation(typeof(Standing))} It follows from attributedTo and may be left out.", Names<Standing>())),
        ("modality", Choice($"{Documentation(typeof(Modality))} asserted unless told.", Names<Modality>())),
        ("asserts", List("The facts that it affirms.", Reference("fact"), unique: false)),
        ("denies", List("The relations that it denies.", Reference("fact"), unique: false)));

    public static JsonObject Fact() => new()
    {
        ["description"] = "Three texts: subject, predicate, object; or subject, attribute, literal. With a time in the long form.",
        ["oneOf"] = new JsonArray(
            Reference("triple"),
            Mapping("A fact with the time in which it held.", ["fact"],
                ("fact", Reference("triple")),
                ("validFrom", Date("From when it held.")),
                ("validTo", Date("Until when it held.")))),
    };

    public static JsonObject Triple() => List("Subject, predicate, object; or subject, attribute, literal.",
        Text("An id, the name of an attribute, or a quoted literal.", Limits.Text), least: 3, most: 3, unique: false);

    private static string Documentation(Type type) => Kinds.Documentation.Of(type);

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);
}
