using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>Writes records as JSON with the members that a pack has; what a pack may leave out is left out.</summary>
internal static class PackRecordWriter
{
    /// <summary>A document without its passages, which are records of their own.</summary>
    public static void Document(JsonBuffer json, Document document)
    {
        Head(json, document);
        json.Raw("}"u8);
    }

    /// <summary>A document with its passages.</summary>
    public static void WholeDocument(JsonBuffer json, Document document)
    {
        Head(json, document);
        json.Raw(",\"passages\":"u8);
        json.Array(document.Passages, passage => Passage(json, passage));
        json.Raw("}"u8);
    }

    public static void Passage(JsonBuffer json, Passage passage)
    {
        json.Raw("{\"locator\":"u8);
        json.String(passage.Locator);
        Number(json, "start", passage.Start);
        Number(json, "end", passage.End);
        Number(json, "words", passage.Words);
        Text(json, "sha256", passage.Sha256);
        json.Raw(",\"runs\":"u8);
        json.Array(passage.Runs, json.String);
        json.Raw("}"u8);
    }

    public static void Predicate(JsonBuffer json, Predicate predicate)
    {
        Open(json, predicate.Id);
        Text(json, "label", predicate.Label);
        if (predicate.InverseId is { } inverse)
        {
            json.Raw(",\"inverse\":"u8);
            Open(json, inverse);
            Text(json, "label", predicate.InverseLabel);
            json.Raw("}"u8);
        }
        Text(json, "definition", predicate.Definition);
        Texts(json, "domain", predicate.Domain);
        Texts(json, "range", predicate.Range);
        Flag(json, "symmetric", predicate.Symmetric);
        Flag(json, "transitive", predicate.Transitive);
        Flag(json, "singleValued", predicate.SingleValued);
        Texts(json, "excludes", predicate.Excludes);
        json.Raw("}"u8);
    }

    public static void Entity(JsonBuffer json, Entity entity)
    {
        var kind = Catalogue.Of(entity);
        Open(json, entity.Id);
        Text(json, "kind", kind.Id);
        Text(json, "name", entity.Name);
        Texts(json, "aliases", entity.Aliases);
        Text(json, "summary", entity.Summary);
        Texts(json, "summaryEvidence", entity.SummaryEvidence);
        Texts(json, "sameAs", entity.SameAs);
        foreach (var member in kind.Members)
            Text(json, member.Name, member.Read(entity));
        json.Raw("}"u8);
    }

    public static void Statement(JsonBuffer json, Statement statement)
    {
        Open(json, statement.Id);
        Text(json, "document", statement.Document);
        Texts(json, "passages", statement.Passages);
        Text(json, "text", statement.Text);
        Text(json, "qualifier", statement.Qualifier);
        Texts(json, "attributedTo", statement.AttributedTo);
        if (statement.Modality != Modality.Asserted)
            Text(json, "modality", Fragments.Word(statement.Modality));
        Facts(json, "asserts", statement.Asserts);
        Facts(json, "denies", statement.Denies);
        json.Raw("}"u8);
    }

    /// <summary>What the statements of a fact make of it: what of a fact can change.</summary>
    public static void FactState(JsonBuffer json, Snapshot graph, FactRow fact)
    {
        json.Raw("{\"standing\":"u8);
        json.String(Fragments.Word(fact.Strength.Standing));
        Text(json, "modality", Fragments.Word(fact.Strength.Modality));
        Texts(json, "attributedTo", [.. fact.AttributedTo.Select(entity => graph.Entities[entity].Id)]);
        Texts(json, "statements", [.. fact.Statements.Select(statement => graph.Statements[statement].Id)]);
        json.Raw("}"u8);
    }

    private static void Head(JsonBuffer json, Document document)
    {
        Open(json, document.Id);
        Text(json, "title", document.Title);
        Text(json, "language", document.Language);
        Text(json, "sha256", document.Sha256);
        json.Raw(",\"sections\":"u8);
        json.Array(document.Sections, section =>
        {
            Open(json, section.Id);
            Text(json, "title", section.Title);
            Text(json, "parent", section.Parent);
            json.Raw("}"u8);
        });
    }

    private static void Facts(JsonBuffer json, string name, List<Fact> facts)
    {
        if (facts.Count == 0)
            return;
        json.Ascii($",\"{name}\":");
        json.Array(facts, fact =>
        {
            if (fact.ValidFrom is null && fact.ValidTo is null)
            {
                Triple(json, fact);
                return;
            }
            json.Raw("{\"fact\":"u8);
            Triple(json, fact);
            Text(json, "validFrom", fact.ValidFrom?.ToString());
            Text(json, "validTo", fact.ValidTo?.ToString());
            json.Raw("}"u8);
        });
    }

    private static void Triple(JsonBuffer json, Fact fact) => json.Array([fact.Subject, fact.Name, fact.Target], json.String);

    private static void Open(JsonBuffer json, string id)
    {
        json.Raw("{\"id\":"u8);
        json.String(id);
    }

    private static void Text(JsonBuffer json, string name, string? value)
    {
        if (value is null)
            return;
        json.Ascii($",\"{name}\":");
        json.String(value);
    }

    private static void Texts(JsonBuffer json, string name, List<string> values)
    {
        if (values.Count == 0)
            return;
        json.Ascii($",\"{name}\":");
        json.Array(values, json.String);
    }

    private static void Number(JsonBuffer json, string name, int value)
    {
        json.Ascii($",\"{name}\":");
        json.Number(value);
    }

    private static void Flag(JsonBuffer json, string name, bool value)
    {
        if (value)
            json.Ascii($",\"{name}\":true");
    }
}
