using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Http;

/// <summary>What answers an id that the snapshot does not have: where it moved, that it is gone, or what may have been meant.</summary>
internal static class Missing
{
    public static IResult Entity(Snapshot graph, FindGone gone, string id, Kind? kind = null)
    {
        if (graph.FindEntity(id) is { } row)
        {
            var path = graph.Entities[row].Kind.PathOf(id);
            return Problem.UnknownId.With($"'{id}' is of the kind {graph.Entities[row].Kind}, not {kind}: see {path}.") with { Alternate = path };
        }
        if (Merged(graph, gone, id) is { } stays)
            return new MovedResult(kind is null ? $"/api/v1/entities/{stays}" : graph.Entities[graph.FindEntity(stays)!.Value].Kind.PathOf(stays), id);
        return Of(graph, gone, RecordType.Entity, "entity", id, graph.EntityRows.Ids);
    }

    public static IResult Statement(Snapshot graph, FindGone gone, string id) =>
        Of(graph, gone, RecordType.Statement, "statement", id, graph.StatementRows.Ids);

    public static IResult Predicate(Snapshot graph, FindGone gone, string id) =>
        Of(graph, gone, RecordType.Predicate, "predicate", id, graph.Schema.Predicates.Select(predicate => predicate.Id));

    public static IResult Document(Snapshot graph, FindGone gone, string id) =>
        Of(graph, gone, RecordType.Document, "document", id, graph.Documents.Select(document => document.Id));

    /// <summary>A revision by its number; what is none is told which there are.</summary>
    public static ProblemResult? Revision(Snapshot graph, string number, out long revision) =>
        long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out revision) && revision >= 1 && revision <= graph.Revision
            ? null
            : Problem.UnknownId.With($"There is no revision '{(number.Length > 20 ? number[..20] : number)}'. There are those from 1 to {graph.Revision}.");

    /// <summary>What an entity was merged into, and that again, as far as there is one; null where it was not merged.</summary>
    public static string? Merged(Snapshot graph, FindGone gone, string id)
    {
        var at = id;
        while (graph.FindEntity(at) is null)
        {
            if (!PublicId.IsValid(at) || gone(RecordType.Entity, at, graph.Revision) is not { Merged: true, Successor: { } next })
                return null;
            at = next;
        }
        return at == id ? null : at;
    }

    /// <summary>A fact: one of the other sort is told where it is, one of a symmetric relation the right way round, and one of a merged entity what it became.</summary>
    public static IResult Fact(Snapshot graph, FindGone gone, string id, string path)
    {
        if (graph.FindFact(id) is { } row)
        {
            var other = graph.Facts[row].IsAttribute ? "attributes" : "relations";
            return Problem.UnknownId.With($"'{id}' is to be had at /api/v1/{other}/{id}.") with { Alternate = $"/api/v1/{other}/{id}" };
        }
        if ((Turned(graph, id) ?? Moved(graph, gone, id)) is { } now)
            return new MovedResult($"/api/v1/{path}/{now}");
        var subject = id.Split('.')[0];
        var candidates = graph.FindEntity(subject) is { } entity
            ? graph.Entities[entity].Relations.Concat(graph.Entities[entity].Attributes).Select(fact => graph.IdOf(graph.Facts[fact]))
            : [];
        return Of(graph, gone, RecordType.Fact, "fact", id, candidates);
    }

    /// <summary>The id of a fact after its ends were merged into others; null where there is no such fact.</summary>
    private static string? Moved(Snapshot graph, FindGone gone, string id)
    {
        var parts = id.Split('.');
        var target = parts is [_, "not", ..] ? 3 : 2;
        if (id.Length > 4 * PublicId.MaxLength || parts.Length <= target)
            return null;
        parts[0] = Merged(graph, gone, parts[0]) ?? parts[0];
        if (graph.Schema.Find(parts[target - 1]) is not null)
            parts[target] = Merged(graph, gone, parts[target]) ?? parts[target];
        var moved = string.Join('.', parts);
        return moved == id ? null : graph.FindFact(moved) is null ? Turned(graph, moved) : moved;
    }

    private static string? Turned(Snapshot graph, string id)
    {
        var parts = id.Split('.');
        var predicate = parts is [_, "not", ..] ? 2 : 1;
        if (parts.Length < predicate + 2 || graph.Schema.Find(parts[predicate]) is not { Predicate.Symmetric: true })
            return null;
        (parts[0], parts[predicate + 1]) = (parts[predicate + 1], parts[0]);
        var turned = string.Join('.', parts);
        return graph.FindFact(turned) is null ? null : turned;
    }

    private static ProblemResult Of(Snapshot graph, FindGone findGone, RecordType type, string what, string id, IEnumerable<string> candidates)
    {
        // What was never a public id was never given out: no need to ask the store.
        var wasGivenOut = type == RecordType.Fact ? id.Length <= 4 * PublicId.MaxLength : PublicId.IsValid(id);
        if (wasGivenOut && findGone(type, id, graph.Revision) is { } gone)
        {
            var problem = Problem.Gone.With($"The {what} '{id}' was deleted in revision {gone.Revision}: {gone.Note}{(gone.Successor is { } next ? $" '{next}' stands for it now." : "")}");
            return problem with { Gone = gone };
        }
        var shown = id.Length > PublicId.MaxLength ? $"{id[..PublicId.MaxLength]}…" : id;
        return Problem.UnknownId.With($"There is no {what} '{shown}'.{Nearest.Question(Nearest.To(id, candidates))}");
    }
}
