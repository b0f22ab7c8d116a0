using System.Globalization;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs.Yaml;
using AllianceApi.Shapes;

namespace AllianceApi.Packs;

/// <summary>
/// Makes records of nodes, as far as they can be made: what is missing or of the wrong type is empty here and a problem elsewhere,
/// so that one problem does not hide the others. Lists keep their places.
/// </summary>
internal static class PackRecords
{
    private static readonly HashSet<string> Attributes = [.. Catalogue.Kinds.SelectMany(kind => kind.Attributes).Select(attribute => attribute.Name)];

    /// <summary>By the words that packs have for them.</summary>
    public static readonly IReadOnlyDictionary<string, Modality> Modalities =
        Enum.GetValues<Modality>().ToDictionary(modality => JsonNamingPolicy.CamelCase.ConvertName(modality.ToString()), StringComparer.Ordinal);

    public static Document Document(PackMapping node) => new()
    {
        Id = Text(node["id"]),
        Title = Text(node["title"]),
        Language = Text(node["language"]),
        Sha256 = Text(node["sha256"]),
        Sections = [.. Mappings(node["sections"]).Select(Section)],
        Passages = [.. Mappings(node["passages"]).Select(Passage)],
    };

    public static Predicate Predicate(PackMapping node) => new()
    {
        Id = Text(node["id"]),
        Label = Text(node["label"]),
        InverseId = Optional((node["inverse"] as PackMapping)?["id"]),
        InverseLabel = Optional((node["inverse"] as PackMapping)?["label"]),
        Definition = Text(node["definition"]),
        Domain = Texts(node["domain"]),
        Range = Texts(node["range"]),
        Symmetric = Flag(node["symmetric"]),
        Transitive = Flag(node["transitive"]),
        SingleValued = Flag(node["singleValued"]),
        Excludes = Texts(node["excludes"]),
    };

    public static Entity Entity(PackMapping node, Kind kind)
    {
        var entity = kind.Create();
        entity.Id = Text(node["id"]);
        entity.Name = Text(node["name"]);
        entity.Aliases = Texts(node["aliases"]);
        entity.Summary = Text(node["summary"]);
        entity.SummaryEvidence = Texts(node["summaryEvidence"]);
        entity.SameAs = Texts(node["sameAs"]);
        foreach (var member in kind.Members)
        {
            if (Optional(node[member.Name]) is { } value && (member.Type is not FieldType.Choice || member.Choices.Contains(value, StringComparer.Ordinal)))
                member.Write(entity, value);
        }
        return entity;
    }

    public static Statement Statement(PackMapping node) => new()
    {
        Id = Text(node["id"]),
        Document = Text(node["document"]),
        Passages = Texts(node["passages"]),
        Text = Text(node["text"]),
        Qualifier = Optional(node["qualifier"]),
        AttributedTo = Texts(node["attributedTo"]),
        Modality = Modalities.GetValueOrDefault(Text(node["modality"])),
        Asserts = [.. Items(node["asserts"]).Select(fact => Fact(fact, negated: false))],
        Denies = [.. Items(node["denies"]).Select(fact => Fact(fact, negated: true))],
    };

    public static string Text(PackNode? node) => node is PackScalar { Type: not ScalarType.Nothing } scalar ? scalar.Value : "";

    public static IReadOnlyList<PackNode> Items(PackNode? node) => node is PackSequence list ? list.Items : [];

    private static Fact Fact(PackNode node, bool negated)
    {
        var (parts, time) = node is PackMapping mapping ? (Texts(mapping["fact"]), mapping) : (Texts(node), null);
        if (parts.Count != 3)
            parts = ["", "", ""];
        return Fact(parts[0], parts[1], parts[2], negated) with { ValidFrom = Date(time?["validFrom"]), ValidTo = Date(time?["validTo"]) };
    }

    /// <summary>A fact of any time by its parts.</summary>
    public static Fact Fact(string subject, string name, string target, bool negated) => new()
    {
        Subject = subject,
        Name = name,
        Target = target,
        IsAttribute = Attributes.Contains(name),
        Negated = negated,
    };

    private static Section Section(PackMapping node) => new() { Id = Text(node["id"]), Title = Text(node["title"]), Parent = Optional(node["parent"]) };

    private static Passage Passage(PackMapping node)
    {
        var locator = Text(node["locator"]);
        return new Passage
        {
            Locator = locator,
            Section = locator[..Math.Max(0, locator.LastIndexOf('.'))],
            Start = Number(node["start"]),
            End = Number(node["end"]),
            Words = Number(node["words"]),
            Sha256 = Text(node["sha256"]),
            Runs = Texts(node["runs"]),
        };
    }

    private static IEnumerable<PackMapping> Mappings(PackNode? node) =>
        Items(node).Select(item => item as PackMapping ?? new PackMapping(item.File, item.Line, item.Column));

    private static List<string> Texts(PackNode? node) => [.. Items(node).Select(Text)];

    private static string? Optional(PackNode? node) => Text(node) is { Length: > 0 } text ? text : null;

    private static bool Flag(PackNode? node) => node is PackScalar { Type: ScalarType.Boolean, Value: "true" };

    private static int Number(PackNode? node) => int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static PartialDate? Date(PackNode? node) => PartialDate.TryParse(Text(node), null, out var date) ? date : null;
}
