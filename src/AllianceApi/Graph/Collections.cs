using System.Collections.Frozen;
using System.Globalization;
using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>The collections that lists show, with the orders that each can be had in.</summary>
internal static class Collections
{
    private static readonly FrozenDictionary<Kind, Collection> OfKinds = Catalogue.Kinds.ToFrozenDictionary(kind => kind, OfEntities);

    public static Collection AllEntities { get; } = OfEntities(kind: null);

    public static Collection Relations { get; } = OfFacts("relations", attributes: false);

    public static Collection Attributes { get; } = OfFacts("attributes", attributes: true);

    public static Collection Statements { get; } = new(
        "statements",
        RowsOf.Statements,
        graph => graph.Statements.Rows,
        (_, _) => true,
        (graph, row) => graph.Statements[row].Id,
        [
            new("", (graph, row) => PositionOf(graph, graph.Statements[row].Passages[0])),
            new(Sort.ById, (_, _) => null),
            new("updatedAt", (graph, row) => Ticks(graph.Statements[row].UpdatedAt)),
        ]);

    public static Collection Documents { get; } = Fixed("documents", graph => graph.Documents.Length, (graph, row) => graph.Documents[row].Id, Sort.ById);

    public static Collection Predicates { get; } = Fixed("predicates", graph => graph.Schema.Predicates.Count, (graph, row) => graph.Schema.Predicates[row].Id, Sort.ById);

    public static Collection Kinds { get; } = Fixed("kinds", _ => Catalogue.Kinds.Count, (_, row) => Catalogue.Kinds[row].Id, "") with
    {
        Sorts = [new("", (_, row) => row.ToString("D3", CultureInfo.InvariantCulture))],
    };

    /// <summary>The passages of all documents, in their order.</summary>
    public static Collection Passages { get; } = Fixed("passages", graph => graph.Passages.Length, (graph, row) => graph.Passages[row].Passage.Locator, "") with
    {
        Sorts = [new("", PositionOf)],
    };

    /// <summary>The entities of a kind.</summary>
    public static Collection Entities(Kind kind) => OfKinds[kind];

    private static Collection OfEntities(Kind? kind) => new(
        kind?.Path ?? "entities",
        RowsOf.Entities,
        graph => kind is null ? graph.Entities.Rows : graph.Entities.Rows.Where(row => graph.Entities[row].Kind == kind),
        (graph, row) => kind is null || graph.Entities[row].Kind == kind,
        (graph, row) => graph.Entities[row].Id,
        [
            new("name", (graph, row) => graph.Entities[row].Fold),
            new(Sort.ById, (_, _) => null),
            new("updatedAt", (graph, row) => Ticks(graph.Entities[row].UpdatedAt)),
            .. (kind?.Attributes ?? []).Where(field => field.Type == FieldType.Date).Select(field => new Sort(field.Name, (graph, row) => DateOf(graph, row, field))),
        ]);

    private static Collection OfFacts(string name, bool attributes) => new(
        name,
        RowsOf.Facts,
        graph => graph.Facts.Rows.Where(row => graph.Facts[row].IsAttribute == attributes),
        (graph, row) => graph.Facts[row].IsAttribute == attributes,
        (graph, row) => graph.IdOf(graph.Facts[row]),
        [new(Sort.ById, (_, _) => null)]);

    private static Collection Fixed(string name, Func<Snapshot, int> count, Func<Snapshot, int, string> id, string sort) =>
        new(name, RowsOf.Others, graph => Enumerable.Range(0, count(graph)), (_, _) => true, id, [new(sort, (_, _) => null)]);

    private static string? DateOf(Snapshot graph, int row, Field field) =>
        graph.TypedValues(graph.Entities[row], field).Select(fact => fact.Literal!.Value).FirstOrDefault() is { } value ? Dates.SortKey(Dates.Of(value)) : null;

    private static string PositionOf(Snapshot graph, int passage)
    {
        var row = graph.Passages[passage];
        return string.Create(CultureInfo.InvariantCulture, $"{graph.Documents[row.Document].Id}\0{row.Passage.Start:D9}");
    }

    private static string Ticks(DateTime time) => time.Ticks.ToString("D19", CultureInfo.InvariantCulture);
}
