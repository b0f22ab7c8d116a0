using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Curation;

/// <summary>What ids may name: an id is given out once, for ever.</summary>
internal static class Ids
{
    /// <summary>The id of a record that is sent; empty where it has none.</summary>
    public static string Of(JsonElement record) =>
        record.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";

    public static ProblemResult? Taken(Snapshot graph, FindGone gone, RecordType type, string id)
    {
        if (Exists(graph, type, id))
            return Problem.Conflict.With($"The {Fragments.Word(type)} '{id}' is there already. Change it by PUT or PATCH, or give the new one another id.");
        return PublicId.IsValid(id) && gone(type, id, graph.Revision) is { } past
            ? Problem.Conflict.With($"The id '{id}' was given out before, and what had it went in revision {past.Revision}. Ids are not given out again: take another, or revert that revision.")
            : null;
    }

    /// <summary>Notes what stands for a deleted record from now on.</summary>
    public static ProblemResult? Succeed(Change change, RecordType type, string id, string? successor, Func<string, bool> exists)
    {
        if (successor is null)
            return null;
        if (successor == id || !exists(successor))
            return Problem.InvalidParameter.With($"'{successor}' cannot stand for '{id}'.",
                new ProblemError { Parameter = "successor", Message = $"Name another {Fragments.Word(type)} that is there, or leave 'successor' out." });
        change.Successors[(type, id)] = successor;
        return null;
    }

    public static bool Exists(Snapshot graph, RecordType type, string id) => type switch
    {
        RecordType.Entity => graph.FindEntity(id) is not null,
        RecordType.Statement => graph.FindStatement(id) is not null,
        RecordType.Document => graph.FindDocument(id) is not null,
        _ => graph.Schema.Find(id) is not null || graph.Schema.FindInverse(id) is not null,
    };
}
