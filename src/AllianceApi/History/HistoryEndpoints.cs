using System.Globalization;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Shapes;

namespace AllianceApi.History;

/// <summary>What was changed, when, by whom and why: of the graph, and of each record.</summary>
internal static class HistoryEndpoints
{
    private const int MostItems = 200;

    private static readonly (string Path, string Operation, string Tag, string What, RecordType Type)[] Histories =
    [
        ("entities/{id}/history", "getEntityHistory", "Entities", "an entity", RecordType.Entity),
        ("relations/{id}/history", "getRelationHistory", "Relations", "a relation: which statements made it, and what they made of it", RecordType.Fact),
        ("attributes/{id}/history", "getAttributeHistory", "Attributes", "an attribute: which statements made it, and what they made of it", RecordType.Fact),
        ("statements/{id}/history", "getStatementHistory", "Statements", "a statement", RecordType.Statement),
        ("schema/predicates/{id}/history", "getPredicateHistory", "Schema", "a relation type", RecordType.Predicate),
    ];

    public static void MapHistory(this IEndpointRouteBuilder api)
    {
        api.MapRead("revisions", (HttpContext context, Query query, Snapshot graph, Archive archive) => Page(context, query, graph, Revisions(graph, archive, query), (int)graph.Revision))
            .Describe("listRevisions", "Revisions", "All changes of the graph, the newest first.", "Who made each, when and why.", typeof(Page<RevisionResponse>))
            .Takes(_ => [PageParameters.Limit, PageParameters.Continue])
            .WithoutDates();
        api.MapRead("revisions/{number}", (string number, Snapshot graph, Archive archive) => Get(graph, archive, number))
            .Describe("getRevision", "Revisions", "One change of the graph, and what it did.", "Facts follow from statements and are not listed.", typeof(RevisionDetail))
            .Try(graph => [graph.Revision.ToString(CultureInfo.InvariantCulture)])
            .OfOne()
            .WithoutDates();
        foreach (var (path, operation, tag, what, type) in Histories)
        {
            api.MapRead(path, (string id, HttpContext context, Query query, Snapshot graph, Archive archive, FindGone gone) => History(context, graph, archive, gone, query, type, id, path.Split('/')[0]))
                .Describe(operation, tag, $"The history of {what}.", "The newest change first, each with the difference, member by member. It outlives the record.", typeof(Page<HistoryItem>))
                .Takes(_ => [PageParameters.Limit, PageParameters.Continue])
                .Try(graph => [ExampleOf(graph, path, type)])
                .OfOne()
                .WithoutDates();
        }
    }

    private static string? ExampleOf(Snapshot graph, string path, RecordType type) => type switch
    {
        RecordType.Entity => graph.Entities.FirstOrDefault()?.Id,
        RecordType.Statement => graph.Statements.FirstOrDefault()?.Id,
        RecordType.Predicate => graph.Schema.Predicates.Select(row => row.Id).FirstOrDefault(),
        _ => graph.FirstFact(fact => fact.IsAttribute == path.StartsWith("attributes", StringComparison.Ordinal)) is { } fact ? graph.IdOf(fact) : null,
    };

    private static IEnumerable<(long, RevisionResponse)> Revisions(Snapshot graph, Archive archive, Query query) =>
        archive.Revisions(Math.Min(NumberedPage.Before(query), graph.Revision + 1), query.Limit + 1).Select(revision => (revision.Number, Of(revision)));

    private static GraphResult Page<T>(HttpContext context, Query query, Snapshot graph, IEnumerable<(long, T)> items, int total)
        where T : notnull
    {
        var page = NumberedPage.Of(context, query, items.ToList(), total);
        return GraphResult.Of(graph, 0, () => page);
    }

    private static IResult Get(Snapshot graph, Archive archive, string number)
    {
        if (Missing.Revision(graph, number, out var asked) is { } none)
            return none;
        var revision = archive.Revisions([asked])[asked];
        var touched = archive.TouchedIn(graph, asked).OrderBy(record => record.Type).ThenBy(record => record.Id, StringComparer.Ordinal).ToList();
        var of = Of(revision);
        return GraphResult.Of(graph, asked, () => new RevisionDetail
        {
            Revision = of.Revision,
            Time = of.Time,
            By = of.By,
            Note = of.Note,
            Links = of.Links,
            Total = touched.Count,
            Items = [.. touched.Take(MostItems).Select(record => ItemOf(graph, archive, asked, record))],
        });
    }

    private static RevisionItem ItemOf(Snapshot graph, Archive archive, long revision, (RecordType Type, string Id) record)
    {
        var happened = Records.Events(Records.VersionsOf(graph, archive, record.Type, record.Id)).First(happened => happened.Revision == revision);
        return new RevisionItem { Type = Fragments.Word(record.Type), Id = record.Id, Op = happened.Op, Successor = happened.Successor, Changes = happened.Changes };
    }

    private static IResult History(HttpContext context, Snapshot graph, Archive archive, FindGone gone, Query query, RecordType type, string id, string path)
    {
        var versions = Records.VersionsOf(graph, archive, type, id);
        if (versions.Count == 0)
        {
            return type switch
            {
                RecordType.Entity => Missing.Entity(graph, gone, id),
                RecordType.Statement => Missing.Statement(graph, gone, id),
                RecordType.Predicate => Missing.Predicate(graph, gone, id),
                _ => Missing.Fact(graph, gone, id, path),
            };
        }
        var events = Records.Events(versions).ToList();
        var revisions = archive.Revisions([.. events.Select(happened => happened.Revision).Distinct()]);
        var items = events.Where(happened => happened.Revision < NumberedPage.Before(query)).Take(query.Limit + 1).Select(happened => (happened.Revision, new HistoryItem
        {
            Revision = happened.Revision,
            Time = revisions[happened.Revision].Time,
            By = revisions[happened.Revision].By,
            Note = revisions[happened.Revision].Note,
            Op = happened.Op,
            Successor = happened.Successor,
            Changes = happened.Changes,
        }));
        return Page(context, query, graph, items, events.Count);
    }

    private static RevisionResponse Of(Revision revision) => new()
    {
        Revision = revision.Number,
        Time = revision.Time,
        By = revision.By,
        Note = revision.Note,
        Links = new Shapes.Links { Self = $"/api/v1/revisions/{revision.Number.ToString(CultureInfo.InvariantCulture)}" },
    };
}
