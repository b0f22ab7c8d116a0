using System.Globalization;
using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>The collections that lists show, with the orders that each can be had in.</summary>
internal static class Collections
{
    /// <summary>The entities of a kind, or of all kinds.</summary>
    public static Collection Entities(this Snapshot graph, Kind? kind) => graph.Remember<Collection>((object?)kind ?? "entities", _ => new(
        (object?)kind ?? "entities",
        [.. Enumerable.Range(0, graph.Entities.Length).Where(row => kind is null || graph.Entities[row].Kind == kind)],
        row => graph.Entities[row].Id,
        [
            new("name", row => graph.Entities[row].Fold),
            new("id", _ => null),
            new("updatedAt", row => Ticks(graph.Entities[row].Entity.UpdatedAt)),
            .. (kind?.Attributes ?? []).Where(field => field.Type == FieldType.Date).Select(field => new Sort(field.Name, row => DateOf(graph, row, field))),
        ]));

    public static Collection Relations(this Snapshot graph) => Facts(graph, "relations", attributes: false);

    public static Collection Attributes(this Snapshot graph) => Facts(graph, "attributes", attributes: true);

    public static Collection Statements(this Snapshot graph) => graph.Remember<Collection>("statements", _ => new(
        "statements",
        [.. Enumerable.Range(0, graph.Statements.Length)],
        row => graph.Statements[row].Id,
        [
            new("", row => PositionOf(graph, graph.Statements[row].Passages[0])),
            new("id", _ => null),
            new("updatedAt", row => Ticks(graph.Statements[row].Statement.UpdatedAt)),
        ]));

    public static Collection Passages(this Snapshot graph, int document) => graph.Remember<Collection>(("passages", document), _ => new(
        ("passages", document),
        [.. Enumerable.Range(graph.Documents[document].FirstPassage, graph.Documents[document].Document.Passages.Count)],
        row => graph.Passages[row].Passage.Locator,
        [new("", row => PositionOf(graph, row))]));

    public static Collection Documents(this Snapshot graph) => graph.Remember<Collection>("documents", _ => new(
        "documents", [.. Enumerable.Range(0, graph.Documents.Length)], row => graph.Documents[row].Id, [new("id", _ => null)]));

    public static Collection Predicates(this Snapshot graph) => graph.Remember<Collection>("predicates", _ => new(
        "predicates", [.. Enumerable.Range(0, graph.Schema.Predicates.Count)], row => graph.Schema.Predicates[row].Id, [new("id", _ => null)]));

    private static Collection Facts(Snapshot graph, string key, bool attributes) => graph.Remember<Collection>(key, _ => new(
        key,
        [.. Enumerable.Range(0, graph.Facts.Length).Where(row => graph.Facts[row].IsAttribute == attributes)],
        row => graph.IdOf(graph.Facts[row]),
        [new("id", _ => null)]));

    private static string? DateOf(Snapshot graph, int row, Field field) =>
        graph.TypedValues(graph.Entities[row], field).FirstOrDefault() is { } fact ? Dates.SortKey(Dates.Of(fact.Literal!.Value)) : null;

    private static string PositionOf(Snapshot graph, int passage)
    {
        var row = graph.Passages[passage];
        return string.Create(CultureInfo.InvariantCulture, $"{graph.Documents[row.Document].Id}\0{row.Passage.Start:D9}");
    }

    private static string Ticks(DateTime time) => time.Ticks.ToString("D19", CultureInfo.InvariantCulture);
}
