using System.Text;
using System.Text.Json;
using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>Escapes the texts of records once, in the pieces that the writers of answers copy.</summary>
internal static class Fragments
{
    [ThreadStatic]
    private static JsonBuffer? _buffer;

    public static PredicateRow Of(Predicate predicate) => new()
    {
        Predicate = predicate,
        Reference = PredicateReference(predicate.Id, predicate.Label),
        InId = Encoding.ASCII.GetBytes($".{predicate.Id}."),
        InDenial = Encoding.ASCII.GetBytes($".not.{predicate.Id}."),
        BetweenEnds = Encoding.ASCII.GetBytes($"\",\"predicate\":\"{predicate.Id}\",\"object\":\""),
        InverseReference = PredicateReference(predicate.Id, predicate.InverseLabel ?? predicate.Label),
    };

    public static EntityRow Of(Entity entity)
    {
        var kind = Catalogue.Of(entity);
        var fold = Fold.Text(entity.Name);
        return new EntityRow
        {
            Id = entity.Id,
            Kind = kind,
            Name = entity.Name,
            Fold = fold == entity.Name ? entity.Name : fold,
            Aliases = entity.Aliases.Count == 0 ? [] : [.. entity.Aliases],
            Members = kind.Members.Count == 0 ? [] : [.. kind.Members.Select(member => member.Read(entity))],
            SummaryEvidence = [.. entity.SummaryEvidence],
            Reference = Json(json =>
            {
                json.Raw("{\"id\":"u8);
                json.String(entity.Id);
                Text(json, "kind", kind.Id);
                Text(json, "name", entity.Name);
                json.Raw("}"u8);
            }),
            Common = Json(json => Common(json, entity)),
            Revision = entity.Revision,
            UpdatedAt = entity.UpdatedAt,
        };
    }

    public static StatementRow Of(Statement statement, int document, int[] passages, int[] attributedTo) => new()
    {
        Id = statement.Id,
        Document = document,
        Passages = passages,
        AttributedTo = attributedTo,
        Strength = new(statement.Standing, statement.Modality),
        Core = Json(json =>
        {
            json.Raw("\"text\":"u8);
            json.String(statement.Text);
            Text(json, "qualifier", statement.Qualifier);
        }),
        Revision = statement.Revision,
        UpdatedAt = statement.UpdatedAt,
    };

    /// <summary>The typed members and attributes of an entity whose facts are there.</summary>
    public static byte[] Typed(Snapshot graph, EntityRow row) => row.Kind.Fields.Count == 0 ? [] : Json(json =>
    {
        foreach (var field in row.Kind.Fields)
        {
            if (!field.FromSource)
                Text(json, field.Name, row.Member(field));
            else if (field.Several)
                Texts(json, $",\"{field.Name}\":", [.. graph.TypedValues(row, field).Select(fact => fact.Literal!.Value)]);
            else
                Text(json, field.Name, graph.TypedValues(row, field).Select(fact => fact.Literal!.Value).FirstOrDefault());
        }
    });

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
        var json = _buffer ??= new JsonBuffer();
        json.Truncate(0);
        write(json);
        return json.Written.ToArray();
    }
}
