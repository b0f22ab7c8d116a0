using AllianceApi.Access;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Curation;

/// <summary>The writes: on the typed paths, relations, statements, predicates, and small packs.</summary>
internal static class CurationEndpoints
{
    private const int MostOfOne = JsonBody.MostBytes;
    private const int MostOfMany = 4 * JsonBody.MostBytes;

    private const string Made = "Answers 201 with `Location`, `ETag` and the body that a GET returns. An id is given out once, for ever: 409 where it ever was. ";
    private const string Replaced = "Needs `If-Match` with the ETag of what is changed: 428 without, 412 where somebody else was faster. ";
    private const string Removed = "What the delete would orphan is refused with a 409 that names it, unless `cascade=true`. The id answers 410 from then on. ";

    public static IServiceCollection AddCuration(this IServiceCollection services)
    {
        services.AddSingleton<Writing>().ConfigureSwaggerGen(options => options.OperationFilter<WriteOperations>());
        return services;
    }

    public static void MapCuration(this IEndpointRouteBuilder api)
    {
        foreach (var kind in Catalogue.Kinds)
            MapEntities(api, kind);
        MapMerge(api);
        MapRelations(api);
        MapStatements(api);
        MapPredicates(api);
        MapRevisions(api);
    }

    private static void MapEntities(IEndpointRouteBuilder api, Kind kind)
    {
        var definition = $"entity-{kind.Id}";
        var self = $"{kind.Path}/{{id}}";
        api.MapPost(kind.Path, One((request, graph) => EntityWrites.Post(request, graph, kind)))
            .Writes($"create{kind.Name}", kind.Plural, $"Make a {kind}.",
                $"{Made}Its members only: what the source says of it is made by statements. Its summary rests on statements that are there; together with new ones it is made by `POST /api/v1/revisions`.", kind.Response, 201)
            .Sends(definition);
        api.MapPut(self, ById((request, graph, id) => EntityWrites.Put(request, graph, kind, id)))
            .Writes($"replace{kind.Name}", kind.Plural, $"Replace the members of a {kind}.", $"{Replaced}The body that a GET shows can be sent back; what follows from statements is ignored.", kind.Response)
            .Changes(definition, WriteParameters.Cascade).Try(graph => [FirstOf(graph, kind)]);
        api.MapPatch(self, ById((request, graph, id) => EntityWrites.Patch(request, graph, kind, id)))
            .Writes($"patch{kind.Name}", kind.Plural, $"Change members of a {kind}.", $"{Replaced}A JSON Merge Patch (RFC 7396): a list is replaced whole, null takes a member out.", kind.Response)
            .Changes(definition, WriteParameters.Cascade).Try(graph => [FirstOf(graph, kind)]);
        api.MapDelete(self, ById((request, graph, id) => EntityWrites.Delete(request, graph, kind, id)))
            .Writes($"delete{kind.Name}", kind.Plural, $"Delete a {kind}.", Replaced + Removed, typeof(ChangeResponse))
            .Changes(null, WriteParameters.Cascade, WriteParameters.Successor).Try(graph => [FirstOf(graph, kind)]);
    }

    private static string? FirstOf(Snapshot graph, Kind kind) => graph.Entities.FirstOrDefault(entity => entity.Kind == kind)?.Id;

    private static string? FirstRelation(Snapshot graph) => WriteExamples.Relation(graph) is { } fact ? graph.IdOf(fact) : null;

    private static string? FirstStatement(Snapshot graph) => graph.Statements.FirstOrDefault()?.Id;

    private static string? FirstPredicate(Snapshot graph) => graph.Schema.Predicates.Select(row => row.Id).FirstOrDefault();

    private static void MapMerge(IEndpointRouteBuilder api) =>
        api.MapPost("entities/{id}/merge", ById(Merging.Merge))
            .Writes("mergeEntity", "Entities", "Merge an entity into another of its kind.",
                $"{Replaced}Every statement on it speaks of the other from then on; names become aliases; the id leads to the other by a 308. Facts between the two go.", typeof(ChangeResponse))
            .Changes("merge").Try(graph => [WriteExamples.Mergeable(graph)?.From]);

    private static void MapRelations(IEndpointRouteBuilder api)
    {
        api.MapPost("relations", One(RelationWrites.Post))
            .Writes("createRelation", "Relations", "Add a relation to statements that are there.",
                "A relation exists by its statements: it is added to what these assert, or deny where it is `negated`. 201 where it is new, 200 where it gained statements.", typeof(RelationResponse), 201)
            .Produces<RelationResponse>()
            .Sends("relation");
        api.MapPut("relations/{id}", ById((request, graph, id) => RelationWrites.Put(request, graph, id, patched: false)))
            .Writes("replaceRelation", "Relations", "Say which statements make a relation.", $"{Replaced}Exactly these make it afterwards. Ends, predicate and time are its id and do not change.", typeof(RelationResponse))
            .Changes("relation-statements", WriteParameters.Cascade).Try(graph => [FirstRelation(graph)]);
        api.MapPatch("relations/{id}", ById((request, graph, id) => RelationWrites.Put(request, graph, id, patched: true)))
            .Writes("patchRelation", "Relations", "Change which statements make a relation.", $"{Replaced}A JSON Merge Patch (RFC 7396): the list is replaced whole.", typeof(RelationResponse))
            .Changes("relation-statements", WriteParameters.Cascade).Try(graph => [FirstRelation(graph)]);
        api.MapDelete("relations/{id}", ById(RelationWrites.Delete))
            .Writes("deleteRelation", "Relations", "Take a relation out of all its statements.", $"{Replaced}A statement that would say nothing then is a 409, unless `cascade=true`.", typeof(ChangeResponse))
            .Changes(null, WriteParameters.Cascade, WriteParameters.Successor).Try(graph => [FirstRelation(graph)]);
    }

    private static void MapStatements(IEndpointRouteBuilder api)
    {
        api.MapPost("statements", One(StatementWrites.Post))
            .Writes("createStatement", "Statements", "Say something new of passages.",
                $"{Made}The natural write: the facts that it asserts or denies come with it. Facts that it contradicts are kept, marked `contested` on all sides and named in the header `Contested`.", typeof(StatementResponse), 201)
            .Sends("statement");
        api.MapPut("statements/{id}", ById(StatementWrites.Put))
            .Writes("replaceStatement", "Statements", "Replace a statement.", $"{Replaced}Facts that it makes no more go, unless others make them.", typeof(StatementResponse))
            .Changes("statement", WriteParameters.Cascade).Try(graph => [FirstStatement(graph)]);
        api.MapPatch("statements/{id}", ById(StatementWrites.Patch))
            .Writes("patchStatement", "Statements", "Change a statement.", $"{Replaced}A JSON Merge Patch (RFC 7396): a list is replaced whole, null takes a member out.", typeof(StatementResponse))
            .Changes("statement", WriteParameters.Cascade).Try(graph => [FirstStatement(graph)]);
        api.MapDelete("statements/{id}", ById(StatementWrites.Delete))
            .Writes("deleteStatement", "Statements", "Delete a statement.", Replaced + Removed, typeof(ChangeResponse))
            .Changes(null, WriteParameters.Cascade, WriteParameters.Successor).Try(graph => [FirstStatement(graph)]);
    }

    private static void MapPredicates(IEndpointRouteBuilder api)
    {
        api.MapPost("schema/predicates", One(PredicateWrites.Post))
            .Writes("createPredicate", "Schema", "Make a relation type.", $"{Made}It serves as a filter of the kinds in its domain and range at once.", typeof(PredicateResponse), 201)
            .Sends("predicate");
        api.MapPut("schema/predicates/{id}", ById(PredicateWrites.Put))
            .Writes("replacePredicate", "Schema", "Replace a relation type.", $"{Replaced}A domain or range that facts break which are there is a 409.", typeof(PredicateResponse))
            .Changes("predicate").Try(graph => [FirstPredicate(graph)]);
        api.MapPatch("schema/predicates/{id}", ById(PredicateWrites.Patch))
            .Writes("patchPredicate", "Schema", "Change a relation type.", $"{Replaced}A JSON Merge Patch (RFC 7396): a list is replaced whole, null takes a member out.", typeof(PredicateResponse))
            .Changes("predicate").Try(graph => [FirstPredicate(graph)]);
        api.MapDelete("schema/predicates/{id}", ById(PredicateWrites.Delete))
            .Writes("deletePredicate", "Schema", "Delete a relation type.", Replaced + Removed, typeof(ChangeResponse))
            .Changes(null, WriteParameters.Cascade, WriteParameters.Successor).Try(graph => [FirstPredicate(graph)]);
    }

    private static void MapRevisions(IEndpointRouteBuilder api)
    {
        api.MapPost("revisions", One(RevisionWrites.Post, MostOfMany))
            .Writes("createRevision", "Revisions", "Put and delete several records at once.",
                $"A small pack of at most {RevisionWrites.MostRecords} records, committed whole or not at all; references are checked on the result. A record that is there is replaced, and carries the `revision` with which it was read: 428 without, 412 where it moved.", typeof(ChangeResponse), 201)
            .Sends("revision", WriteParameters.Cascade);
        api.MapPost("revisions/{number}/revert", Revert)
            .Writes("revertRevision", "Revisions", "Undo a revision by a new one.", "What it put is as it was before, what it deleted is back. A 409 names what has been built upon it since.", typeof(ChangeResponse), 201)
            .Takes(_ => [WriteParameters.DryRun])
            .Try(graph => [graph.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)])
            .OfOne();
    }

    private static Task<IResult> Revert(string number, HttpContext context, Archive archive) =>
        WriteRequest.RunAsync(context, MostOfOne, (request, graph) => Reverting.Revert(request, graph, archive, number));

    private static Delegate One(Func<WriteRequest, Snapshot, Plan> plan, int most = MostOfOne) => (HttpContext context) => WriteRequest.RunAsync(context, most, plan);

    private static Delegate ById(Func<WriteRequest, Snapshot, string, Plan> plan) =>
        (string id, HttpContext context) => WriteRequest.RunAsync(context, MostOfOne, (request, graph) => plan(request, graph, id));

    private static RouteHandlerBuilder Writes(this RouteHandlerBuilder endpoint, string operationId, string tag, string summary, string description, Type answer, int status = 200)
    {
        endpoint.WithName(operationId).WithTags(tag).WithSummary(summary).WithDescription(description).Produces(status, answer, "application/json");
        return endpoint.WithMetadata(new IsWrite()).RequireScope(Scope.Curate).ProducesProblem(Problem.InvalidParameter, Problem.NotAcceptable, Problem.Conflict, Problem.InvalidBody, Problem.NotReady, Problem.StorageFailed, Problem.StorageFull);
    }

    /// <summary>A write that makes something.</summary>
    private static RouteHandlerBuilder Sends(this RouteHandlerBuilder endpoint, string definition, params IReadOnlyList<Parameter> parameters) => endpoint
        .Takes(_ => [WriteParameters.DryRun, .. parameters])
        .WithMetadata(new WriteBody(definition))
        .ProducesProblem(Problem.ContentTooLarge, Problem.UnsupportedMediaType);

    /// <summary>A write of something that is there.</summary>
    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, string? definition, params IReadOnlyList<Parameter> parameters)
    {
        if (definition is not null)
            endpoint.WithMetadata(new WriteBody(definition)).ProducesProblem(Problem.ContentTooLarge, Problem.UnsupportedMediaType);
        return endpoint.Takes(_ => [WriteParameters.DryRun, .. parameters]).WithMetadata(new NeedsMatch()).OfOne()
            .ProducesProblem(Problem.PreconditionFailed, Problem.PreconditionRequired);
    }
}

/// <summary>That an operation changes the graph, with the headers that go with it.</summary>
internal sealed record IsWrite;

/// <summary>Which definition the body of a write has.</summary>
internal sealed record WriteBody(string Definition);

/// <summary>That a write names the version that it changes.</summary>
internal sealed record NeedsMatch;
