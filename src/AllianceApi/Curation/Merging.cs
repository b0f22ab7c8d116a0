using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;

namespace AllianceApi.Curation;

/// <summary>Makes two entities that turned out to be one and the same into one. What was said of either is said of what stays.</summary>
internal static class Merging
{
    public static Plan Merge(WriteRequest request, Snapshot graph, string id)
    {
        if (graph.FindEntity(id) is not { } row)
            return Plan.Refused(Missing.Entity(graph, request.Gone, id));
        var from = graph.Entities[row].ToEntity();
        var path = graph.Entities[row].Kind.PathOf(id);
        if (request.Precondition(graph, $"the {graph.Entities[row].Kind} '{id}'", from.Revision, path) is { } refusal)
            return refusal;
        if (Into(request, graph, from, out var into) is { } wrong)
            return wrong;

        var change = new Change(graph);
        var faults = Rewrite(change, from.Id, into!.Id);
        if (faults.Count > 0)
            return WriteRequest.Blocked(faults);
        into.Aliases = [.. into.Aliases.Append(from.Name).Concat(from.Aliases).Where(alias => alias != into.Name).Distinct(StringComparer.Ordinal)];
        into.SameAs = [.. into.SameAs.Union(from.SameAs, StringComparer.Ordinal)];
        change.Entities[into.Id] = into;
        change.Entities[from.Id] = null;
        change.Merged.Add(from.Id);
        change.Successors[(RecordType.Entity, from.Id)] = into.Id;
        return request.Settle(change, $"Merged '{from.Id}' into '{into.Id}'.", (after, changes) => Shown.Items(after, changes));
    }

    private static ProblemResult? Into(WriteRequest request, Snapshot graph, Entity from, out Entity? into)
    {
        into = null;
        foreach (var member in request.Body.EnumerateObject().Where(member => member.Name != "into"))
            return Wrong(BodyTree.Below("", member.Name), $"Unknown member '{member.Name}'. Write {{ \"into\": id }}.");
        var id = request.Body.TryGetProperty("into", out var given) && given.ValueKind == System.Text.Json.JsonValueKind.String ? given.GetString()! : "";
        if (id == from.Id)
            return Wrong("/into", "An entity cannot be merged into itself. Name the one that stays.");
        if (graph.FindEntity(id) is not { } row)
            return Wrong("/into", PublicId.IsValid(id) && request.Gone(RecordType.Entity, id, graph.Revision) is { Merged: true } past
                ? $"'{id}' was merged into '{past.Successor}' itself. Name one that is there."
                : $"There is no entity '{id}'.{Nearest.Question(Nearest.To(id, graph.EntityRows.Ids))}");
        if (graph.Entities[row].Kind != Catalogue.Of(from))
            return Wrong("/into", $"'{id}' is of the kind {graph.Entities[row].Kind}, and '{from.Id}' of the kind {Catalogue.Of(from)}. What is of two kinds is not one thing.");
        into = graph.Entities[row].ToEntity();
        return null;
    }

    /// <summary>Lets every statement on the one speak of the other. Facts between the two go, for nothing is related to itself.</summary>
    private static List<string> Rewrite(Change change, string from, string into)
    {
        var faults = new List<string>();
        foreach (var statement in change.Mentioning(from).ToList())
        {
            var asserts = Facts(statement.Asserts);
            var denies = Facts(statement.Denies);
            if (asserts.Count + denies.Count == 0)
                faults.Add($"The statement '{statement.Id}' says nothing but what lies between the two. Change or delete it first.");
            else if (asserts.Select(fact => fact with { Negated = true }).Intersect(denies).FirstOrDefault() is { } both)
                faults.Add($"The statement '{statement.Id}' would assert and deny '{both.Id}'. Change it first.");
            change.Statements[statement.Id] = statement.With(asserts, denies, [.. statement.AttributedTo.Select(Now).Distinct(StringComparer.Ordinal)]);
        }
        return faults;

        List<Fact> Facts(List<Fact> facts) => [.. facts.Select(Rewritten).Where(fact => fact.IsAttribute || fact.Subject != fact.Target).Distinct()];

        Fact Rewritten(Fact fact)
        {
            var moved = fact with { Subject = Now(fact.Subject), Target = fact.IsAttribute ? fact.Target : Now(fact.Target) };
            var turned = !fact.IsAttribute && change.Predicate(fact.Name) is { Symmetric: true } && string.CompareOrdinal(moved.Subject, moved.Target) > 0;
            return turned ? moved with { Subject = moved.Target, Target = moved.Subject } : moved;
        }

        string Now(string id) => id == from ? into : id;
    }

    private static ProblemResult Wrong(string pointer, string message) => Problem.InvalidBody.With(message, new ProblemError { Pointer = pointer, Message = message });
}
