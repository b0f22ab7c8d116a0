using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;
using AllianceApi.Kinds;

namespace AllianceApi.Curation;

/// <summary>Writes of entities: their members. What the source says of them is made by statements.</summary>
internal static class EntityWrites
{
    public static Plan Post(WriteRequest request, Snapshot graph, Kind kind)
    {
        var drafting = new Drafting(new Change(graph));
        drafting.AddEntity(request.Body, "", kind);
        var id = Ids.Of(request.Body);
        return Ids.Taken(graph, request.Gone, RecordType.Entity, id) is { } taken ? taken : Put(request, drafting, kind, id, StatusCodes.Status201Created);
    }

    public static Plan Put(WriteRequest request, Snapshot graph, Kind kind, string id) =>
        Refusal(request, graph, kind, id) is { } refusal ? Plan.Refused(refusal) : Replace(request, graph, kind, id, request.Body);

    public static Plan Patch(WriteRequest request, Snapshot graph, Kind kind, string id) => Refusal(request, graph, kind, id) is { } refusal
        ? Plan.Refused(refusal)
        : Replace(request, graph, kind, id, MergePatch.Apply(json => PackRecordWriter.Entity(json, graph.Entities[graph.FindEntity(id)!.Value].ToEntity()), request.Body));

    public static Plan Delete(WriteRequest request, Snapshot graph, Kind kind, string id)
    {
        if (Refusal(request, graph, kind, id) is { } refusal)
            return Plan.Refused(refusal);
        var change = new Change(graph) { Entities = { [id] = null } };
        return Ids.Succeed(change, RecordType.Entity, id, request.Options.Successor, successor => graph.FindEntity(successor) is not null) is { } wrong
            ? wrong
            : request.Settle(change, $"Deleted the {kind} '{id}'.", (after, changes) => Shown.Items(after, changes));
    }

    /// <summary>An entity as its typed path shows it.</summary>
    public static Shown Show(Snapshot after, string id, int status)
    {
        var row = after.FindEntity(id)!.Value;
        var entity = after.Entities[row];
        return new Shown(status, entity.Kind.PathOf(id), entity.Revision, json => EntityWriter.Detail(json, after, row, typed: true), entity.Relations.Concat(entity.Attributes));
    }

    private static IResult? Refusal(WriteRequest request, Snapshot graph, Kind kind, string id)
    {
        if (graph.FindEntity(id) is not { } row || graph.Entities[row].Kind != kind)
            return Missing.Entity(graph, request.Gone, id, kind);
        return request.Precondition(graph, $"the {kind} '{id}'", graph.Entities[row].Revision, kind.PathOf(id));
    }

    private static Plan Replace(WriteRequest request, Snapshot graph, Kind kind, string id, JsonElement body)
    {
        var drafting = new Drafting(new Change(graph));
        drafting.AddEntity(body, "", kind, id);
        return Put(request, drafting, kind, id, StatusCodes.Status200OK);
    }

    private static Plan Put(WriteRequest request, Drafting drafting, Kind kind, string id, int status)
    {
        drafting.Run();
        if (drafting.Errors.Count == 0)
            return request.Settle(drafting.Change, $"Put the {kind} '{id}'.", (after, _) => Show(after, id, status));
        return status == StatusCodes.Status201Created
            ? WriteRequest.Invalid([.. drafting.Errors, new ProblemError { Pointer = "", Message = "Where its summary rests on a statement that is new too, send both in one POST /api/v1/revisions." }])
            : WriteRequest.Invalid(drafting.Errors);
    }
}
