using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;
using CsvHelper;

namespace AllianceApi.Formats;

/// <summary>Tables for spreadsheets: marked as UTF-8, and with an apostrophe before what a spreadsheet would take for a formula.</summary>
internal static class CsvFormat
{
    public static readonly string[] Tables = ["relations", "entities", "attributes"];

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    private static readonly string[] Said =
        ["negated", "standing", "modality", "attributedTo", "contested", "validFrom", "validTo", "statements", "passages"];

    /// <summary>The typed members of all kinds: a column for each name.</summary>
    private static readonly string[] Members = [.. Catalogue.Kinds.SelectMany(kind => kind.Fields).Select(field => field.Name).Distinct().Order(StringComparer.Ordinal)];

    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        output.Write('\uFEFF');
        var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        await using (csv)
        {
            Row(csv, Header(target.Table));
            foreach (var cells in Rows(view, target.Table))
            {
                Row(csv, cells);
                csv.Flush();
                await output.SendAsync();
            }
        }
    }

    private static IEnumerable<string?> Header(string table) => table switch
    {
        "entities" => ["id", "kind", "name", "aliases", "summary", "summaryEvidence", "sameAs", .. Members],
        "attributes" => ["id", "subject", "subjectName", "name", "value", .. Said.Skip(1)],
        _ => ["id", "subject", "subjectName", "predicate", "predicateLabel", "object", "objectName", .. Said],
    };

    private static IEnumerable<IEnumerable<string?>> Rows(GraphView view, string table) => table switch
    {
        "entities" => view.Nodes.Select(row => Entity(view, row)),
        "attributes" => view.Attributes.Select(row => Attribute(view, view.Fact(row))),
        _ => view.Edges.Select(row => Relation(view, view.Fact(row))),
    };

    private static IEnumerable<string?> Entity(GraphView view, int row)
    {
        var entity = view.Entity(row);
        var typed = view.TypedOf(row).ToDictionary(pair => pair.Field.Name, pair => Several(pair.Values));
        return
        [
            entity.Id, view.Kind(row).Id, entity.Name, Several(entity.Aliases), entity.Summary, Several(entity.SummaryEvidence), Several(entity.SameAs),
            .. Members.Select(member => typed.GetValueOrDefault(member)),
        ];
    }

    private static IEnumerable<string?> Relation(GraphView view, FactRow fact) =>
    [
        view.Graph.IdOf(fact), view.Id(fact.Subject), view.NameOf(fact.Subject), fact.Name, fact.Predicate!.Predicate.Label,
        view.Id(fact.Object), view.NameOf(fact.Object), Word(fact.Negated), .. Tail(view, fact),
    ];

    private static IEnumerable<string?> Attribute(GraphView view, FactRow fact) =>
        [view.Graph.IdOf(fact), view.Id(fact.Subject), view.NameOf(fact.Subject), fact.Name, fact.Literal!.Value, .. Tail(view, fact)];

    private static IEnumerable<string?> Tail(GraphView view, FactRow fact) =>
    [
        Fragments.Word(fact.Strength.Standing), Fragments.Word(fact.Strength.Modality), Several(view.BearersOf(fact)), Word(fact.Contested),
        fact.Period?.From?.ToString(), fact.Period?.To?.ToString(), Several(view.StatementsOf(fact)),
        Several(fact.Statements.SelectMany(row => view.Graph.Statements[row].Passages).Distinct().Select(view.Cited)),
    ];

    private static void Row(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.EndRecord();
    }

    private static string Several(IEnumerable<string> values) => string.Join("; ", values);

    private static string Word(bool value) => value ? "true" : "false";
}
