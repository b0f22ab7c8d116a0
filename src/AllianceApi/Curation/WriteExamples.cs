using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Packs;

namespace AllianceApi.Curation;

/// <summary>A body for each write that could be sent as it stands: records that are there, and new ones made of what is there.</summary>
internal static class WriteExamples
{
    public static BodyExample? Of(Snapshot graph, string definition) => definition switch
    {
        "statement" => graph.Statements.FirstOrDefault(row => row.Facts.Any()) is { } row
            ? Example("A new statement on a passage, with a fact that is known already.", json => PackRecordWriter.Statement(json, New(graph.StatementOf(row))))
            : null,
        "relation" => graph.Facts.FirstOrDefault(fact => !fact.IsAttribute && !fact.Negated && fact.Period is null) is { } fact ? Example("A relation that a statement makes already.", json => Relation(json, graph, fact)) : null,
        "predicate" => Example("A new relation type.", json => PackRecordWriter.Predicate(json, new Predicate
        {
            Id = "visited", Label = "visited", InverseId = "visited-by", InverseLabel = "was visited by", Definition = "Who went where. Not for staying there.", Domain = ["actor"], Range = ["place"],
        })),
        "revision" => graph.Statements.FirstOrDefault(row => row.Facts.Any()) is { } row
            ? Example("A new statement, with a note.", json =>
            {
                json.Raw("{\"note\":\"Found another passage.\",\"statements\":["u8);
                PackRecordWriter.Statement(json, New(graph.StatementOf(row)));
                json.Raw("]}"u8);
            })
            : null,
        _ when definition.StartsWith("entity-", StringComparison.Ordinal) => graph.Entities.FirstOrDefault(entity => PackSchema.EntityDefinition(entity.Kind) == definition) is { } entity
            ? Example("One that is there, as it could be put back.", json => PackRecordWriter.Entity(json, entity.ToEntity()))
            : null,
        _ => null,
    };

    private static Statement New(Statement statement) => new()
    {
        Id = "a-new-statement",
        Document = statement.Document,
        Passages = statement.Passages,
        Text = "What the passage says, in your own words.",
        AttributedTo = statement.AttributedTo,
        Modality = statement.Modality,
        Asserts = statement.Asserts,
        Denies = statement.Denies,
    };

    private static void Relation(JsonBuffer json, Snapshot graph, FactRow fact)
    {
        json.Raw("{\"subject\":"u8);
        json.String(graph.Entities[fact.Subject].Id);
        json.Raw(",\"predicate\":"u8);
        json.String(fact.Name);
        json.Raw(",\"object\":"u8);
        json.String(graph.TargetOf(fact));
        json.Raw(",\"statements\":"u8);
        json.Array(fact.Statements, statement => json.String(graph.Statements[statement].Id));
        json.Raw("}"u8);
    }

    private static BodyExample Example(string summary, Action<JsonBuffer> write) => new("example", summary, MergePatch.Written(write).GetRawText());
}
