using System.Text.Json;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Packs;
using AllianceApi.Packs.Checks;
using AllianceApi.Packs.Ndjson;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Curation;

/// <summary>Records that a request puts, read and held against the graph as it will be, by the rules of packs.</summary>
internal sealed class Drafting(Change change)
{
    private static readonly HashSet<string> OfEntity = ["revision", "updatedAt", "links", "contested", "attributes", "relations"];
    private static readonly HashSet<string> OfStatement = ["revision", "updatedAt", "links", "mentions"];
    private static readonly HashSet<string> OfPredicate = ["revision", "updatedAt", "links", "count"];

    private readonly List<LineRecord> _records = [];

    public Change Change => change;

    public BodyTree Tree { get; } = new();

    public List<ProblemError> Errors { get; } = [];

    public void AddStatement(JsonElement body, string pointer, string? id = null) => Add("statements", Tree.Record(body, pointer, OfStatement), pointer, id);

    public void AddPredicate(JsonElement body, string pointer, string? id = null) => Add("predicates", Tree.Record(body, pointer, OfPredicate), pointer, id);

    /// <param name="kind">The kind of the path; null where the body says it.</param>
    public void AddEntity(JsonElement body, string pointer, Kind? kind = null, string? id = null)
    {
        var known = kind ?? (body.TryGetProperty("kind", out var given) && given.ValueKind == JsonValueKind.String ? Catalogue.Find(given.GetString()!) : null);
        HashSet<string> facts = known is null ? [] : [.. known.Attributes.Select(field => field.Name)];
        var record = Tree.Record(body, pointer, OfEntity.Union(facts).ToHashSet(StringComparer.Ordinal));
        if (kind is not null && Same(record, "kind", kind.Id, pointer))
            record.TryAdd(Tree.Text("kind", pointer), Tree.Text(kind.Id, pointer));
        Add("entities", record, pointer, id);
        if (known is not null)
            CheckAttributes(body, pointer, known, PackRecords.Text(record["id"]));
    }

    /// <summary>A record that is no body but made of one that is there.</summary>
    public void Add(string list, PackMapping record) => _records.Add(new LineRecord(list, record));

    /// <summary>Reads the records into the change and checks them. Nothing may be done with the change where there are errors.</summary>
    public void Run()
    {
        var problems = new List<PackProblem>();
        var draft = new PackDrafting(problems).Read([], _records);
        foreach (var statement in draft.Statements)
            Put(change.Statements, statement.Record.Id, statement.Record, statement.Node);
        foreach (var entity in draft.Entities)
            Put(change.Entities, entity.Record.Id, entity.Record, entity.Node);
        foreach (var predicate in draft.Predicates)
            Put(change.Predicates, predicate.Record.Id, predicate.Record, predicate.Node);
        if (Errors.Count > 0)
            return;
        PackChecks.Run(new PackContext(draft, Knowing(draft), problems));
        problems.Sort(PackProblem.ByPlace);
        Errors.AddRange(problems.Select(Tree.Error));
    }

    private void Add(string list, PackMapping record, string pointer, string? id)
    {
        if (id is not null && Same(record, "id", id, pointer))
            record.TryAdd(Tree.Text("id", pointer), Tree.Text(id, pointer));
        _records.Add(new LineRecord(list, record));
    }

    /// <returns>Whether the member is left out.</returns>
    private bool Same(PackMapping record, string member, string expected, string pointer)
    {
        if (record[member] is not { } given)
            return true;
        if (PackRecords.Text(given) != expected)
            Errors.Add(new ProblemError { Pointer = BodyTree.Below(pointer, member), Message = $"The path says '{expected}'. Leave '{member}' out, or write the same." });
        return false;
    }

    private void Put<T>(Dictionary<string, T?> records, string id, T record, PackMapping node)
        where T : class
    {
        if (records.TryGetValue(id, out var other))
            Errors.Add(Tree.Error((node["id"] ?? node).Problem(other is null ? $"'{id}' is deleted in the same change." : $"'{id}' is put twice in one change.", "Keep one of the two.")));
        records[id] = record;
    }

    /// <summary>A typed attribute is what the facts say; one that says something else is no way to change them.</summary>
    private void CheckAttributes(JsonElement body, string pointer, Kind kind, string id)
    {
        var row = change.Graph.FindEntity(id);
        foreach (var field in kind.Attributes)
        {
            if (!body.TryGetProperty(field.Name, out var given) || given.ValueKind == JsonValueKind.Null)
                continue;
            string[] known = row is { } entity ? [.. change.Graph.TypedValues(change.Graph.Entities[entity], field).Select(fact => fact.Literal!.Value)] : [];
            string?[] values = given.ValueKind == JsonValueKind.Array ? [.. given.EnumerateArray().Select(value => value.ToString())] : [given.ToString()];
            if (!known.ToHashSet(StringComparer.Ordinal).SetEquals(values!))
                Errors.Add(new ProblemError
                {
                    Pointer = BodyTree.Below(pointer, field.Name),
                    Message = $"'{field.Name}' is a fact, made by statements. Put a statement that asserts [\"{id}\", \"{field.Name}\", …], and leave it out here.",
                });
        }
    }

    private Known Knowing(PackDraft draft)
    {
        var graph = change.Graph;
        var drafted = draft.Statements.Select(statement => statement.Record.Id).ToHashSet(StringComparer.Ordinal);
        return PackImport.KnownIn(graph) with
        {
            KindOf = id => change.Entities.TryGetValue(id, out var put) && put is null ? null : graph.FindEntity(id) is { } row ? graph.Entities[row].Kind : null,
            Predicates = graph.Schema.Predicates.Where(row => change.Predicate(row.Id) is not null).ToDictionary(row => row.Id, row => row.Predicate),
            DocumentOfStatement = id => change.Statement(id) is not { } statement ? null : change.Before(id)?.Document ?? statement.Document,
            IsMentionedBeside = (id, _) => change.Mentioning(id).Any(statement => !drafted.Contains(statement.Id)),
        };
    }
}
