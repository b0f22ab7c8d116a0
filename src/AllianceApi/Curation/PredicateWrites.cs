using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;

namespace AllianceApi.Curation;

/// <summary>Writes of predicates: what can be said.</summary>
internal static class PredicateWrites
{
    public static Plan Post(WriteRequest request, Snapshot graph)
    {
        var drafting = new Drafting(new Change(graph));
        drafting.AddPredicate(request.Body, "");
        var id = Ids.Of(request.Body);
        return Ids.Taken(graph, request.Gone, RecordType.Predicate, id) is { } taken ? taken : Put(request, drafting, id, StatusCodes.Status201Created);
    }

    public static Plan Put(WriteRequest request, Snapshot graph, string id) =>
        Refusal(request, graph, id) is { } refusal ? Plan.Refused(refusal) : Replace(request, graph, id, request.Body);

    public static Plan Patch(WriteRequest request, Snapshot graph, string id) => Refusal(request, graph, id) is { } refusal
        ? Plan.Refused(refusal)
        : Replace(request, graph, id, MergePatch.Apply(json => PackRecordWriter.Predicate(json, graph.Schema.Find(id)!.Predicate), request.Body));

    public static Plan Delete(WriteRequest request, Snapshot graph, string id)
    {
        if (Refusal(request, graph, id) is { } refusal)
            return Plan.Refused(refusal);
        var change = new Change(graph) { Predicates = { [id] = null } };
        return Ids.Succeed(change, RecordType.Predicate, id, request.Options.Successor, successor => graph.Schema.Find(successor) is not null) is { } wrong
            ? wrong
            : request.Settle(change, $"Deleted the predicate '{id}'.", (after, changes) => Shown.Items(after, changes));
    }

    public static Shown Show(Snapshot after, string id, int status)
    {
        var row = after.Schema.Find(id)!;
        return new Shown(status, $"/api/v1/schema/predicates/{id}", row.Predicate.Revision, json => json.Record(PredicateWriter.Of(after, row)), []);
    }

    /// <summary>What facts that are there would break.</summary>
    public static IEnumerable<string> Broken(Change change, Predicate predicate)
    {
        var graph = change.Graph;
        if (graph.Schema.Find(predicate.Id) is not { } row)
            yield break;
        foreach (var fact in change.Under(predicate.Id).SelectMany(statement => statement.Facts).Where(fact => !fact.IsAttribute && fact.Name == predicate.Id).DistinctBy(fact => fact.Id))
        {
            if (KindOf(fact.Subject) is { } subject && !predicate.Domain.Contains(subject))
                yield return $"'{fact.Id}' has a subject of the kind {subject}, which the domain would not have.";
            if (KindOf(fact.Target) is { } target && !predicate.Range.Contains(target))
                yield return $"'{fact.Id}' has an object of the kind {target}, which the range would not have.";
            if (predicate.Symmetric && !row.Predicate.Symmetric && string.CompareOrdinal(fact.Subject, fact.Target) > 0)
                yield return $"'{fact.Id}' has its ends in the order that a symmetric predicate does not have.";
        }

        string? KindOf(string id) => change.Entity(id) is { } entity ? Kinds.Catalogue.Of(entity).Id : null;
    }

    private static IResult? Refusal(WriteRequest request, Snapshot graph, string id) => graph.Schema.Find(id) is { } row
        ? request.Precondition(graph, $"the predicate '{id}'", row.Predicate.Revision, $"/api/v1/schema/predicates/{id}")
        : Missing.Predicate(graph, request.Gone, id);

    private static Plan Replace(WriteRequest request, Snapshot graph, string id, JsonElement body)
    {
        var drafting = new Drafting(new Change(graph));
        drafting.AddPredicate(body, "", id);
        return Put(request, drafting, id, StatusCodes.Status200OK);
    }

    private static Plan Put(WriteRequest request, Drafting drafting, string id, int status)
    {
        drafting.Run();
        if (drafting.Errors.Count > 0)
            return WriteRequest.Invalid(drafting.Errors);
        return Broken(drafting.Change, drafting.Change.Predicate(id)!).ToList() is { Count: > 0 } broken
            ? WriteRequest.Blocked(broken)
            : request.Settle(drafting.Change, $"Put the predicate '{id}'.", (after, _) => Show(after, id, status));
    }
}
