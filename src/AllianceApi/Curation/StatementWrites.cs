using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;

namespace AllianceApi.Curation;

/// <summary>Writes of statements: the natural way to say something new, for facts follow from them.</summary>
internal static class StatementWrites
{
    public static Plan Post(WriteRequest request, Snapshot graph)
    {
        var drafting = new Drafting(new Change(graph));
        drafting.AddStatement(request.Body, "");
        var id = Ids.Of(request.Body);
        return Ids.Taken(graph, request.Gone, RecordType.Statement, id) is { } taken ? taken : Put(request, drafting, id, StatusCodes.Status201Created);
    }

    public static Plan Put(WriteRequest request, Snapshot graph, string id) =>
        Refusal(request, graph, id) is { } refusal ? Plan.Refused(refusal) : Replace(request, graph, id, request.Body);

    public static Plan Patch(WriteRequest request, Snapshot graph, string id) => Refusal(request, graph, id) is { } refusal
        ? Plan.Refused(refusal)
        : Replace(request, graph, id, MergePatch.Apply(json => PackRecordWriter.Statement(json, graph.StatementOf(graph.Statements[graph.FindStatement(id)!.Value])), request.Body));

    public static Plan Delete(WriteRequest request, Snapshot graph, string id)
    {
        if (Refusal(request, graph, id) is { } refusal)
            return Plan.Refused(refusal);
        var change = new Change(graph) { Statements = { [id] = null } };
        return Ids.Succeed(change, RecordType.Statement, id, request.Options.Successor, successor => graph.FindStatement(successor) is not null) is { } wrong
            ? wrong
            : request.Settle(change, $"Deleted the statement '{id}'.", (after, changes) => Shown.Items(after, changes));
    }

    public static Shown Show(Snapshot after, string id, int status)
    {
        var row = after.Statements[after.FindStatement(id)!.Value];
        return new Shown(status, $"/api/v1/statements/{id}", row.Revision, json => StatementWriter.Write(json, after, row), row.Facts);
    }

    private static IResult? Refusal(WriteRequest request, Snapshot graph, string id) => graph.FindStatement(id) is { } row
        ? request.Precondition(graph, $"the statement '{id}'", graph.Statements[row].Revision, $"/api/v1/statements/{id}")
        : Missing.Statement(graph, request.Gone, id);

    private static Plan Replace(WriteRequest request, Snapshot graph, string id, JsonElement body)
    {
        var drafting = new Drafting(new Change(graph));
        drafting.AddStatement(body, "", id);
        return Put(request, drafting, id, StatusCodes.Status200OK);
    }

    private static Plan Put(WriteRequest request, Drafting drafting, string id, int status)
    {
        drafting.Run();
        return drafting.Errors.Count > 0
            ? WriteRequest.Invalid(drafting.Errors)
            : request.Settle(drafting.Change, $"Put the statement '{id}'.", (after, _) => Show(after, id, status));
    }
}
