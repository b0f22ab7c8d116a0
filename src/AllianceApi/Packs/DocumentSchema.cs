using System.Text.Json.Nodes;
using AllianceApi.Shapes;
using static AllianceApi.Packs.SchemaParts;

namespace AllianceApi.Packs;

/// <summary>The form of documents in packs.</summary>
internal static class DocumentSchema
{
    public const string LocatorPattern = "^[a-z0-9]+(-[a-z0-9]+)*\\.p[1-9][0-9]*s[1-9][0-9]*$";
    public const string Sha256Pattern = "^[0-9a-f]{64}$";
    public const string RunPattern = "^[0-9a-f]{12}$";
    public const string LanguagePattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

    public static JsonObject Document() => Mapping("A source text: its outline and its passages, never its words.",
        ["id", "title", "language", "sha256", "sections", "passages"],
        ("id", Id(Doc<DocumentResponse>(nameof(DocumentResponse.Id)))),
        ("title", Text(Doc<DocumentResponse>(nameof(DocumentResponse.Title)), Limits.Name)),
        ("language", Pattern(Doc<DocumentResponse>(nameof(DocumentResponse.Language)), LanguagePattern)),
        ("sha256", Pattern(Doc<DocumentResponse>(nameof(DocumentResponse.Sha256)), Sha256Pattern)),
        ("sections", List(Doc<DocumentResponse>(nameof(DocumentResponse.Sections)), Reference("section"), unique: false)),
        ("passages", List("Its sentences, in order.", Reference("passage"), unique: false)));

    public static JsonObject Section() => Mapping("A section of a document.", ["id", "title"],
        ("id", Id(Doc<SectionResponse>(nameof(SectionResponse.Id)))),
        ("title", Text(Doc<SectionResponse>(nameof(SectionResponse.Title)), Limits.Name)),
        ("parent", Id(Doc<SectionResponse>(nameof(SectionResponse.Parent)))));

    public static JsonObject Passage() => Mapping("One sentence of a document: its place and its hashes.",
        ["locator", "start", "end", "words", "sha256", "runs"],
        ("locator", Pattern("Section, paragraph and sentence: origins-and-legal-framework.p1s1.", LocatorPattern)),
        ("start", Count(Doc<PassageResponse>(nameof(PassageResponse.Start)), 0)),
        ("end", Count(Doc<PassageResponse>(nameof(PassageResponse.End)), 1)),
        ("words", Count(Doc<PassageResponse>(nameof(PassageResponse.Words)), 1)),
        ("sha256", Pattern(Doc<PassageResponse>(nameof(PassageResponse.Sha256)), Sha256Pattern)),
        ("runs", List("The first 12 hex digits of the SHA-256 of each five tokens in a row.",
            new JsonObject { ["type"] = "string", ["pattern"] = RunPattern }, unique: false)));

    private static string Doc<T>(string property) => Kinds.Documentation.Of(typeof(T).GetProperty(property)!);
}
