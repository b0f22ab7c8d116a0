using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Formats.Rdf;

/// <summary>What sort of term one is.</summary>
internal enum TermSort
{
    Class,
    Property,
    Value,
}

/// <summary>A term of our vocabulary.</summary>
/// <param name="IsLink">Of a property: whether its values are things and not literals.</param>
/// <param name="Of">The class of a value, the class above a class, or the property that a property is a special case of; an own term, or an absolute IRI.</param>
internal sealed record OwnTerm(string Name, TermSort Sort, string Description, bool IsLink = false, string? Of = null);

/// <summary>Our vocabulary: what exports say in terms of our own, and what each means.</summary>
internal static class OwnTerms
{
    public static readonly IReadOnlyList<OwnTerm> All = [.. Classes(), .. Values(), .. Properties(), .. Members()];

    private static IEnumerable<OwnTerm> Classes() =>
    [
        new("Entity", TermSort.Class, "A thing that the graph knows."),
        .. Catalogue.Kinds.Select(kind => new OwnTerm(kind.Name, TermSort.Class, kind.Description, Of: "Entity")),
        new("Relation", TermSort.Class, "A fact between two entities, reified, with its standing, modality and evidence. One that is denied or somebody's view says nothing about the world by itself.", Of: Names.Rdf + "Statement"),
        new("Attribute", TermSort.Class, "A fact that gives an entity a literal, reified as a relation is.", Of: Names.Rdf + "Statement"),
        new("Statement", TermSort.Class, "One assertion or denial, in our own words, of what passages of a document say: the unit of evidence.", Of: Names.Prov + "Entity"),
        new("Document", TermSort.Class, "A source text. Its words are not kept.", Of: Names.Prov + "Entity"),
        new("Passage", TermSort.Class, "One sentence of a document: its place and its hash.", Of: Names.Prov + "Entity"),
        new("Standing", TermSort.Class, "In whose voice something is said."),
        new("Modality", TermSort.Class, "How sure something is put, whoever says it."),
    ];

    private static IEnumerable<OwnTerm> Values() =>
        Enum.GetValues<Standing>().Select(standing => Value(standing, "Standing")).Concat(Enum.GetValues<Modality>().Select(modality => Value(modality, "Modality")));

    private static OwnTerm Value<T>(T value, string of)
        where T : struct, Enum => new(Graph.Fragments.Word(value), TermSort.Value, Documentation.Of(typeof(T), value.ToString()), IsLink: true, Of: of);

    private static IEnumerable<OwnTerm> Properties() =>
    [
        Link("standing", "Whether a statement, or the strongest statement of a fact, is in the source's own voice."),
        Link("modality", "How sure a statement, or the strongest statement of a fact, is put."),
        Text("negated", "Whether statements deny the relation: then it is the denial that is the fact."),
        Text("contested", "Whether another fact that the source states and asserts contradicts it."),
        Link("attributedTo", "Whose view it is: an argument, else a position, else an actor."),
        Link("evidence", "A statement that makes the fact.", Names.Prov + "wasDerivedFrom"),
        Link("passage", "A passage that the statement puts into our words.", Names.Prov + "wasDerivedFrom"),
        Link("summaryEvidence", "A statement that an entity's definition rests on."),
        Text("qualifier", "A condition or frequency that a triple cannot hold, in our own words."),
        Text("validFrom", "From when the fact held, as exactly as the source says it."),
        Text("validTo", "Until when the fact held, as exactly as the source says it."),
        Text("revision", "The revision of the graph that the export is of."),
        Text("sha256", "The SHA-256, in hex: of a document's file, or of a passage's text (UTF-8, white space collapsed)."),
        Text("locator", "Section, paragraph and sentence of a passage."),
        Text("section", "The id of a passage's section within its document."),
        Text("start", "Where a passage begins, in Unicode code points from the beginning of the file."),
        Text("end", "Where a passage ends: the code point after its last."),
        Text("words", "How many words a passage has."),
        Text("inverseLabel", "How a predicate reads from the object."),
        Text("singleValued", "Whether a subject has at most one object of the predicate at a time."),
        Text("transitive", "Whether the predicate may be followed in chains. What follows by that is an answer, never a fact."),
        Link("excludes", "A predicate that cannot hold from the same subject to the same object."),
    ];

    /// <summary>The members and attributes of kinds; those of one name are one term.</summary>
    private static IEnumerable<OwnTerm> Members() => Catalogue.Kinds
        .SelectMany(kind => kind.Fields.Select(field => (field.Name, Text: $"Of {kind.Plural.ToLowerInvariant()}: {field.Description}")))
        .GroupBy(member => member.Name)
        .Select(member => Text(member.Key, string.Join(' ', member.Select(of => of.Text).Distinct())));

    private static OwnTerm Text(string name, string description) => new(name, TermSort.Property, description);

    private static OwnTerm Link(string name, string description, string? of = null) => new(name, TermSort.Property, description, IsLink: true, of);
}
