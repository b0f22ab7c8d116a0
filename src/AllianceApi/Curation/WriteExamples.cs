using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Packs;

namespace AllianceApi.Curation;

/// <summary>A body for each write that could be sent as it stands: records that are there, and new ones made of what is there.</summary>
internal static class WriteExamples
{
    public static BodyExample? Of(Snapshot graph, string definition, bool isNew) => definition switch
    {
        "statement" when !isNew => graph.Statements.FirstOrDefault() is { } row ? Example("One that is there, as it could be put back.", json => PackRecordWriter.Statement(json, graph.StatementOf(row))) : null,
        "statement" => graph.Statements.FirstOrDefault(row => row.Facts.Any()) is { } row
            ? Example("A new statement on a passage, with a fact that is known already.", json => PackRecordWriter.Statement(json, New(graph.StatementOf(row))))
            : null,
        "relation" => Relation(graph) is { } fact ? Example("A relation that a statement makes already.", json => Relation(json, graph, fact)) : null,
        "relation-statements" => Relation(graph) is { } fact ? Example("The statements that make it.", json => Supports(json, graph, fact)) : null,
        "merge" => Mergeable(graph) is { } pair ? Example("Another of the same kind.", json => Into(json, pair.Into)) : null,
        "predicate" when !isNew => graph.Schema.Predicates.Select(row => row.Predicate).FirstOrDefault() is { } predicate ? Example("One that is there, as it could be put back.", json => PackRecordWriter.Predicate(json, predicate)) : null,
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
            ? !isNew ? Example("One that is there, as it could be put back.", json => PackRecordWriter.Entity(json, entity.ToEntity()))
                : definition == "entity-argument" ? null
                : Example("A new one.", json => PackRecordWriter.Entity(json, New(entity.ToEntity())))
            : null,
        _ => null,
    };

    /// <summary>A relation without a time, to try things with.</summary>
    public static FactRow? Relation(Snapshot graph) => graph.FirstFact(fact => !fact.IsAttribute && !fact.Negated && fact.Period is null);

    /// <summary>Two of a kind of which no statement speaks at once, so that they could be one.</summary>
    public static (string From, string Into)? Mergeable(Snapshot graph)
    {
        foreach (var from in graph.Entities.Take(100))
        {
            if (graph.Entities.Take(100).FirstOrDefault(into => into.Kind == from.Kind && into != from && !into.Statements.Intersect(from.Statements).Any()) is { } into)
                return (from.Id, into.Id);
        }
        return null;
    }

    private static Entity New(Entity entity)
    {
        (entity.Id, entity.Name, entity.Aliases, entity.SameAs) = ("a-new-one", "A new one", [], []);
        return entity;
    }

    private static void Into(JsonBuffer json, string id)
    {
        json.Raw("{\"into\":"u8);
        json.String(id);
        json.Raw("}"u8);
    }

    private static void Supports(JsonBuffer json, Snapshot graph, FactRow fact)
    {
        json.Raw("{\"statements\":"u8);
        json.Array(fact.Statements, statement => json.String(graph.Statements[statement].Id));
        json.Raw("}"u8);
    }

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

    private static BodyExample Example(string summary, Action<JsonBuffer> write)
    {
        var body = JsonNode.Parse(MergePatch.Written(write).GetRawText())!.AsObject();
        foreach (var statement in (body["statements"] as JsonArray)?.OfType<JsonObject>().Append(body) ?? [body])
            SpellOut(statement);
        return new BodyExample("example", summary, body.ToJsonString());
    }

    /// <summary>Facts in the long form, which the schema has.</summary>
    private static void SpellOut(JsonObject statement)
    {
        foreach (var list in new[] { statement["asserts"], statement["denies"] }.OfType<JsonArray>())
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is JsonArray triple)
                    list[i] = new JsonObject { ["fact"] = triple.DeepClone() };
            }
        }
    }
}
