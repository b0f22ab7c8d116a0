using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Shapes;

namespace AllianceApi.Documents;

/// <summary>Documents: their outline, how much of them the graph covers, and each passage with the statements on it.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        api.MapRead("documents", (Query query, Snapshot graph) => new PageResult(graph, Collections.Documents, query, (json, row) => json.Record(DocumentOf(graph, row))))
            .Describe("listDocuments", "Documents", "All documents, by id.", "With outline and coverage. The texts themselves are not kept.", typeof(Page<DocumentResponse>))
            .Takes(_ => PageParameters.Of(Collections.Documents, typeof(DocumentResponse)))
            .WithoutDates();

        api.MapRead("documents/{id}", (string id, Snapshot graph, FindGone gone) => Get(graph, gone, id))
            .Describe("getDocument", "Documents", "One document, with its outline and coverage.", "`coverage` says how many of its passages at least one statement cites.", typeof(DocumentResponse))
            .Takes(_ => [PageParameters.Fields(typeof(DocumentResponse))])
            .Try(First)
            .OfOne()
            .WithoutDates();

        api.MapRead("documents/{id}/passages", (string id, Query query, Snapshot graph, FindGone gone) => ListPassages(graph, gone, query, id))
            .Describe("listPassages", "Documents", "The passages of a document, in their order.",
                "Each is one sentence: its place in the file, its hash, and the statements that cite it.", typeof(Page<PassageResponse>))
            .Takes(_ => [.. PageParameters.Of(Collections.Passages, typeof(PassageResponse)), BySection, Cited])
            .Try(First)
            .OfOne()
            .WithoutDates();

        api.MapRead("documents/{id}/passages/{locator}", (string id, string locator, Snapshot graph, FindGone gone) => GetPassage(graph, gone, id, locator))
            .Describe("getPassage", "Documents", "One passage, with the statements on it.", "Whoever has the file finds the sentence by `start` and `end`, and proves it by `sha256`.", typeof(PassageResponse))
            .Takes(_ => [PageParameters.Fields(typeof(PassageResponse))])
            .Try(graph => [.. First(graph), graph.Passages.FirstOrDefault()?.Passage.Locator])
            .OfOne()
            .WithoutDates();
    }

    private static Parameter BySection { get; } = new()
    {
        Name = "section",
        Description = "Sections, those below them included.",
        Apply = (context, values) => context.Among(context.Sections("section", values.Select(section => $"{context.PathId}/{section}"))),
    };

    private static Parameter Cited { get; } =
        Filters.Boolean("cited", "Whether a statement cites it.", (context, row) => context.Graph.Passages[row].Statements.Length > 0);

    private static string?[] First(Snapshot graph) => [graph.Documents.FirstOrDefault()?.Id];

    private static IResult Get(Snapshot graph, FindGone gone, string id) => graph.FindDocument(id) is { } row
        ? GraphResult.Of(graph, graph.Documents[row].Document.Revision, () => DocumentOf(graph, row))
        : Missing.Document(graph, gone, id);

    private static IResult ListPassages(Snapshot graph, FindGone gone, Query query, string id)
    {
        if (graph.FindDocument(id) is not { } row)
            return Missing.Document(graph, gone, id);
        query.Candidates.Add(Enumerable.Range(graph.Documents[row].FirstPassage, graph.Documents[row].Document.Passages.Count));
        return new PageResult(graph, Collections.Passages, query, (json, passage) => json.Record(PassageOf(graph, passage)));
    }

    private static IResult GetPassage(Snapshot graph, FindGone gone, string id, string locator)
    {
        if (graph.FindDocument(id) is not { } row)
            return Missing.Document(graph, gone, id);
        if (graph.FindPassage(row, locator) is { } passage)
            return GraphResult.Of(graph, graph.Documents[row].Document.Revision, () => PassageOf(graph, passage));
        var nearest = Nearest.To(locator, graph.Documents[row].Document.Passages.Select(candidate => candidate.Locator));
        return Problem.UnknownId.With($"'{id}' has no passage '{locator}'.{Nearest.Question(nearest)}");
    }

    private static DocumentResponse DocumentOf(Snapshot graph, int row)
    {
        var document = graph.Documents[row].Document;
        return new DocumentResponse
        {
            Id = document.Id,
            Title = document.Title,
            Language = document.Language,
            Sha256 = document.Sha256,
            Sections = [.. document.Sections.Select(section => new SectionResponse { Id = section.Id, Title = section.Title, Parent = section.Parent })],
            Coverage = new Coverage { Passages = document.Passages.Count, Cited = Enumerable.Range(graph.Documents[row].FirstPassage, document.Passages.Count).Count(passage => graph.Passages[passage].Statements.Length > 0) },
            Links = new DocumentLinks
            {
                Self = $"/api/v1/documents/{document.Id}",
                Passages = $"/api/v1/documents/{document.Id}/passages",
                Statements = $"/api/v1/statements?document={document.Id}",
            },
        };
    }

    private static PassageResponse PassageOf(Snapshot graph, int row)
    {
        var (passage, document) = (graph.Passages[row].Passage, graph.Documents[graph.Passages[row].Document].Id);
        return new PassageResponse
        {
            Document = document,
            Locator = passage.Locator,
            Section = passage.Section,
            Start = passage.Start,
            End = passage.End,
            Words = passage.Words,
            Sha256 = passage.Sha256,
            Statements = [.. graph.Passages[row].Statements.Select(statement => graph.Statements[statement].Id)],
            Links = new Links { Self = $"/api/v1/documents/{document}/passages/{passage.Locator}" },
        };
    }
}
