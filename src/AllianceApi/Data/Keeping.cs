using System.Text;
using AllianceApi.Graph;

namespace AllianceApi.Data;

/// <summary>Keeps of each record that a change replaces or takes away what it was before.</summary>
internal sealed class Keeping(Snapshot before, ChangeSet changes, Revision revision)
{
    /// <param name="facts">The ids of facts that statements came to, left or changed under, and whether they stay.</param>
    public IEnumerable<PastVersion> Versions(IEnumerable<(string Id, bool Stays)> facts) =>
    [
        .. Of(RecordType.Document, changes.Documents.Select(document => document.Id), changes.DeletedDocuments),
        .. Of(RecordType.Predicate, changes.Predicates.Select(predicate => predicate.Id), changes.DeletedPredicates),
        .. Of(RecordType.Entity, changes.Entities.Select(entity => entity.Id), changes.DeletedEntities),
        .. Of(RecordType.Statement, changes.Statements.Select(statement => statement.Id), changes.DeletedStatements),
        .. facts.Select(fact => Version(RecordType.Fact, fact.Id, fact.Stays ? Ending.Replaced : Ending.Deleted)).OfType<PastVersion>(),
    ];

    private IEnumerable<PastVersion> Of(RecordType type, IEnumerable<string> put, List<string> deleted) =>
    [
        .. put.Select(id => Version(type, id, Ending.Replaced)).OfType<PastVersion>(),
        .. deleted.Select(id => Version(type, id, changes.Merged.Contains(id) && type == RecordType.Entity ? Ending.Merged : Ending.Deleted)).OfType<PastVersion>(),
    ];

    /// <returns>Null where there was none.</returns>
    private PastVersion? Version(RecordType type, string id, Ending ending)
    {
        using var json = new JsonBuffer();
        return CurrentRecord.Write(json, before, type, id) is not { } from ? null : new PastVersion
        {
            Type = type,
            Id = id,
            From = from,
            Until = revision.Number,
            Ending = ending,
            Successor = ending == Ending.Replaced ? null : changes.Successors.GetValueOrDefault((type, id)),
            Record = Encoding.UTF8.GetString(json.Written),
        };
    }
}
