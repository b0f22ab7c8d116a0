using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Benchmarks;

/// <summary>Writes a synthetic graph as the product's own NDJSON: documents, passages, predicates, entities, statements.</summary>
internal sealed class NdjsonPack(SyntheticGraph synthetic)
{
    public async Task WriteAsync(string file)
    {
        var writer = new StreamWriter(file);
        await using (writer)
        {
            foreach (var record in Records())
                await writer.WriteLineAsync(record.ToJsonString());
        }
    }

    private IEnumerable<JsonObject> Records()
    {
        var document = synthetic.Document();
        yield return Line("document", new JsonObject
        {
            ["id"] = document.Id,
            ["title"] = document.Title,
            ["language"] = document.Language,
            ["sha256"] = document.Sha256,
            ["sections"] = List(document.Sections.Select(section => new JsonObject { ["id"] = section.Id, ["title"] = section.Title })),
        });
        foreach (var passage in document.Passages)
        {
            yield return Line("passage", new JsonObject
            {
                ["locator"] = passage.Locator,
                ["start"] = passage.Start,
                ["end"] = passage.End,
                ["words"] = passage.Words,
                ["sha256"] = passage.Sha256,
                ["runs"] = new JsonArray(),
            }, document.Id);
        }
        foreach (var predicate in SyntheticGraph.AllPredicates())
        {
            yield return Line("predicate", new JsonObject
            {
                ["id"] = predicate.Id,
                ["label"] = predicate.Label,
                ["inverse"] = new JsonObject { ["id"] = predicate.InverseId, ["label"] = predicate.InverseLabel },
                ["definition"] = predicate.Definition,
                ["domain"] = Texts(predicate.Domain),
                ["range"] = Texts(predicate.Range),
            });
        }
        foreach (var entity in synthetic.AllEntities())
            yield return Line("entity", EntityRecord(entity));
        foreach (var statement in synthetic.AllStatements())
            yield return Line("statement", StatementRecord(statement));
    }

    private static JsonObject EntityRecord(Entity entity)
    {
        var kind = Catalogue.Of(entity);
        var record = new JsonObject
        {
            ["id"] = entity.Id,
            ["kind"] = kind.Id,
            ["name"] = entity.Name,
            ["aliases"] = Texts(entity.Aliases),
            ["summary"] = entity.Summary,
            ["summaryEvidence"] = Texts(entity.SummaryEvidence),
        };
        foreach (var member in kind.Members.Where(member => member.Read(entity) is not null))
            record[member.Name] = member.Read(entity);
        return record;
    }

    private static JsonObject StatementRecord(Statement statement)
    {
        var record = new JsonObject
        {
            ["id"] = statement.Id,
            ["document"] = statement.Document,
            ["passages"] = Texts(statement.Passages),
            ["text"] = statement.Text,
            ["modality"] = JsonNamingPolicy.CamelCase.ConvertName(statement.Modality.ToString()),
            ["asserts"] = List(statement.Asserts.Select(fact => Texts([fact.Subject, fact.Name, fact.Target]))),
        };
        if (statement.AttributedTo.Count > 0)
            record["attributedTo"] = Texts(statement.AttributedTo);
        return record;
    }

    private static JsonObject Line(string type, JsonObject record, string? document = null)
    {
        var line = new JsonObject { ["type"] = type };
        if (document is not null)
            line["document"] = document;
        line["record"] = record;
        return line;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => List(texts.Select(text => (JsonNode)text));

    private static JsonArray List(IEnumerable<JsonNode> nodes) => [.. nodes];
}
