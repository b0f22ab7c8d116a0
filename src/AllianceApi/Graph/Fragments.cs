using System.Text.Json;
using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>Escapes the texts of records once, in the pieces that the writers of answers copy.</summary>
internal static class Fragments
{
    public static PredicateRow Of(Predicate predicate) => new()
    {
        Predicate = predicate,
        Reference = PredicateReference(predicate.Id, predicate.Label),
        InverseReference = PredicateReference(predicate.Id, predicate.InverseLabel ?? predicate.Label),
    };

    public static EntityRow Of(Entity entity)
    {
        var kind = Catalogue.Of(entity);
        return new EntityRow
        {
            Entity = entity,
            Kind = kind,
            Fold = Fold.Text(entity.Name),
            Words = Fold.Words([entity.Name, .. entity.Aliases, entity.Summary]),
            Reference = Json(json =>
            {
                json.Raw("{\"id\":"u8);
                json.String(entity.Id);
                json.Raw(",\"kind\":"u8);
                json.String(kind.Id);
                json.Raw(",\"name\":"u8);
                json.String(entity.Name);
                json.Raw("}"u8);
            }),
        };
    }

    public static StatementRow Of(Statement statement, int document, int[] passages, int[] attributedTo) => new()
    {
        Statement = statement,
        Document = document,
        Passages = passages,
        AttributedTo = attributedTo,
        Words = Fold.Words(statement.Text),
        Core = Json(json =>
        {
            json.Raw("\"text\":"u8);
            json.String(statement.Text);
            Text(json, "qualifier", statement.Qualifier);
            Text(json, "standing", Word(statement.Standing));
            Text(json, "modality", Word(statement.Modality));
        }),
        Cited = Json(json => json.Array(statement.Passages, locator =>
        {
            json.Raw("{\"document\":"u8);
            json.String(statement.Document);
            Text(json, "locator", locator);
            json.Raw("}"u8);
        })),
    };

    /// <summary>What needs the connected graph: typed attributes and what is contested.</summary>
    public static void Finish(Snapshot graph)
    {
        foreach (var row in graph.Entities)
        {
            row.Common = Json(json => Common(json, row.Entity));
            row.Typed = Json(json => Typed(json, graph, row));
            row.Tail = Json(json => Tail(json, row));
        }
    }

    /// <summary>The word that JSON has for a value of an enumeration.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Common(JsonBuffer json, Entity entity)
    {
        Texts(json, "\"aliases\":", entity.Aliases);
        Text(json, "summary", entity.Summary);
        Texts(json, ",\"summaryEvidence\":", entity.SummaryEvidence);
        Texts(json, ",\"sameAs\":", entity.SameAs);
    }

    private static void Typed(JsonBuffer json, Snapshot graph, EntityRow row)
    {
        foreach (var field in row.Kind.Fields)
        {
            if (!field.FromSource)
                Text(json, field.Name, field.Read(row.Entity));
            else if (field.Several)
                Texts(json, $",\"{field.Name}\":", [.. graph.TypedValues(row, field).Select(fact => fact.Literal!.Value)]);
            else
                Text(json, field.Name, graph.TypedValues(row, field).FirstOrDefault()?.Literal!.Value);
        }
    }

    private static void Tail(JsonBuffer json, EntityRow row)
    {
        Texts(json, "\"contested\":", row.Contested);
        json.Raw(",\"revision\":"u8);
        json.Number(row.Entity.Revision);
        json.Raw(",\"updatedAt\":"u8);
        json.Time(row.Entity.UpdatedAt);
        json.Raw(",\"links\":{\"self\":"u8);
        json.String(row.Kind.PathOf(row.Id));
        Text(json, "attributes", $"/api/v1/entities/{row.Id}/attributes");
        Text(json, "relations", $"/api/v1/entities/{row.Id}/relations");
        Text(json, "statements", $"/api/v1/entities/{row.Id}/statements");
        Text(json, "map", row.Entity is Debate ? $"/api/v1/debates/{row.Id}/map" : null);
        json.Raw("}"u8);
    }

    private static byte[] PredicateReference(string id, string label) => Json(json =>
    {
        json.Raw("{\"id\":"u8);
        json.String(id);
        Text(json, "label", label);
        json.Raw("}"u8);
    });

    private static void Text(JsonBuffer json, string name, string? value)
    {
        if (value is null)
            return;
        json.Raw(",\""u8);
        json.Ascii(name);
        json.Raw("\":"u8);
        json.String(value);
    }

    private static void Texts(JsonBuffer json, string opening, IReadOnlyList<string> values)
    {
        json.Ascii(opening);
        json.Array(values, json.String);
    }

    private static byte[] Json(Action<JsonBuffer> write)
    {
        using var json = new JsonBuffer();
        write(json);
        return json.Written.ToArray();
    }
}
