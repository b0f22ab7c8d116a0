using AllianceApi.Data;
using AllianceApi.Graph;

namespace AllianceApi.Packs;

/// <summary>What was made, changed, merged or deleted by hand is not lost or undone by a load unless that is meant.</summary>
internal sealed class MadeByHand(Snapshot graph, Pack pack, Archive archive)
{
    private const string Mend = "Bring the pack up to it (an export shows how it stands), or load with --overwrite.";

    /// <summary>A problem for each record of which a change would lose what was done by hand.</summary>
    public IReadOnlyList<PackProblem> LostBy(ChangeSet changes)
    {
        if (graph.Revision == 0)
            return [];
        var gone = archive.GoneByHand();
        List<(RecordType Type, string Id, long? Revision)> touched =
        [
            .. changes.Predicates.Select(record => record.Id).Concat(changes.DeletedPredicates).Select(id => (RecordType.Predicate, id, graph.Schema.Find(id)?.Predicate.Revision)),
            .. changes.Entities.Select(record => record.Id).Concat(changes.DeletedEntities).Select(id => (RecordType.Entity, id, graph.FindEntity(id) is { } row ? graph.Entities[row].Revision : (long?)null)),
            .. changes.Statements.Select(record => record.Id).Concat(changes.DeletedStatements).Select(id => (RecordType.Statement, id, graph.FindStatement(id) is { } row ? graph.Statements[row].Revision : (long?)null)),
        ];
        var revisions = archive.Revisions([.. touched.Select(record => record.Revision).OfType<long>().Distinct()]);
        var problems = new List<PackProblem>();
        foreach (var (type, id, made) in touched)
        {
            if (made is { } number && revisions.TryGetValue(number, out var revision) && !revision.IsLoad)
                problems.Add(Problem(type, id, $"The {Fragments.Word(type)} '{id}' was changed by {revision.By} in revision {number}, which the load would undo."));
            else if (made is null && gone.TryGetValue((type, id), out var past))
                problems.Add(Problem(type, id, $"The {Fragments.Word(type)} '{id}' was {(past.Ending == Ending.Merged ? $"merged into '{past.Successor}'" : "deleted")} in revision {past.Until}, which the load would undo."));
        }
        return problems;
    }

    /// <summary>At the record, or at a document of the pack where the pack does not have it.</summary>
    private PackProblem Problem(RecordType type, string id, string message)
    {
        var isThere = type switch
        {
            RecordType.Predicate => pack.Predicates.Any(record => record.Id == id),
            RecordType.Entity => pack.Entities.Any(record => record.Id == id),
            _ => pack.Statements.Any(record => record.Id == id),
        };
        return isThere ? pack.Problem(Enum.Parse<PackRecord>($"{type}"), id, message, Mend) : pack.Problem(PackRecord.Document, pack.Documents[0].Id, message, Mend);
    }
}
