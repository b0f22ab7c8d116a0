using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Http;
using AllianceApi.Http.Writers;
using AllianceApi.Shapes;

namespace AllianceApi.Statements;

/// <summary>Statements: what the passages say, in our own words, each the evidence of facts.</summary>
internal static class StatementEndpoints
{
    public static void MapStatements(this IEndpointRouteBuilder api)
    {
        api.MapRead("statements", (Query query, Snapshot graph) => List(graph, query))
            .Describe("listStatements", "Statements", "All statements, in the order of the documents.",
                "What the passages assert or deny, in our own words. Every standing and modality is shown unless told.", typeof(Page<StatementResponse>))
            .Takes(_ => [.. PageParameters.Of(Collections.Statements, typeof(StatementResponse)), ByEntity, .. Own()]);

        api.MapRead("statements/{id}", (string id, Snapshot graph, FindGone gone) => Get(graph, gone, id))
            .Describe("getStatement", "Statements", "One statement, with what it asserts and denies.", "The unit of evidence.", typeof(StatementResponse))
            .Takes(_ => [PageParameters.Fields(typeof(StatementResponse))])
            .Try(graph => [graph.Statements.FirstOrDefault()?.Id])
            .OfOne();

        api.MapRead("entities/{id}/statements", (string id, Query query, Snapshot graph, FindGone gone) => ListOf(graph, gone, query, id))
            .Describe("listEntityStatements", "Entities", "The statements that mention one entity, in the order of the documents.",
                "Those of which it is an end of a fact, or whose view it is.", typeof(Page<StatementResponse>))
            .Takes(_ => [.. PageParameters.Of(Collections.Statements, typeof(StatementResponse)), .. Own()])
            .Try(graph => [graph.Entities.MaxBy(entity => entity.Statements.Length)?.Id])
            .OfOne();
    }

    private static Parameter ByEntity { get; } =
        Filters.ByEntity("entity", "Keeps statements that mention one of these entities.", (context, entity) => context.Graph.Entities[entity].Statements);

    private static IEnumerable<Parameter> Own() =>
    [
        Filters.Words("the text", (context, words) => Beginnings.Statements(context.Graph, words)),
        new Parameter
        {
            Name = "document",
            Description = "The ids of documents.",
            Apply = (context, values) =>
            {
                var documents = context.Documents("document", values);
                context.Where(row => documents.Contains(context.Graph.Statements[row].Document));
            },
        },
        new Parameter
        {
            Name = "section",
            Description = "Sections, sub-sections included: `section` in any document, or `document/section`.",
            Apply = (context, values) => context.Among(Citing(context.Graph, context.Sections("section", values))),
        },
        new Parameter
        {
            Name = "passage",
            Description = "Passages: `locator` in any document, or `document/locator`.",
            Apply = (context, values) => context.Among(Citing(context.Graph, context.Passages("passage", values))),
        },
        new Parameter
        {
            Name = "predicate",
            Description = "Keeps statements that assert or deny a relation under one of these predicates, by their own ids.",
            Apply = (context, values) =>
            {
                var predicates = context.Predicates("predicate", values);
                context.Where(row => FactsOf(context.Graph, row).Any(fact => fact.Predicate is { } predicate && predicates.Contains(predicate)));
            },
        },
        .. Filters.OwnStrength("statements", (context, row) => context.Graph.Statements[row].Strength),
        Filters.ByEntity("attributedTo", "Keeps statements that report the view of one of these, of a position that one holds, or of an argument for either.",
            (context, entity) => Filters.AttributedTo(context.Graph, entity)),
    ];

    private static IEnumerable<int> Citing(Snapshot graph, IEnumerable<int> passages) => passages.SelectMany(passage => graph.Passages[passage].Statements);

    private static IEnumerable<FactRow> FactsOf(Snapshot graph, int statement) =>
        graph.Statements[statement].Facts.Select(row => graph.Facts[row]);

    private static PageResult List(Snapshot graph, Query query) =>
        new(graph, Collections.Statements, query, (json, row) => StatementWriter.Write(json, graph, graph.Statements[row]));

    private static IResult ListOf(Snapshot graph, FindGone gone, Query query, string id)
    {
        if (graph.FindEntity(id) is not { } row)
            return Missing.Entity(graph, gone, id);
        query.Candidates.Add(graph.Entities[row].Statements);
        return List(graph, query);
    }

    private static IResult Get(Snapshot graph, FindGone gone, string id) => graph.FindStatement(id) is { } row
        ? new GraphResult(graph, graph.Statements[row].Revision, json => StatementWriter.Write(json, graph, graph.Statements[row]))
        : Missing.Statement(graph, gone, id);
}
