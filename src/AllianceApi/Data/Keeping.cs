using System.Text;
using AllianceApi.Graph;

namespace AllianceApi.Data;

/// <summary>Keeps of each record that a change replaces or takes away what it was before.</summary>
internal sealed class Keeping(Snapshot before, ChangeSet changes, Revision revision)
{
    /// <param name="facts">The ids of facts that statements came to, left or changed under, and whether they stay.</param>
    public IEnumerable<PastVersion> Versions(IEnumerable<(string Id, bool Stays)> facts) =>
    [
        .. Of(RecordType.Document, changes.Documents.Select(document => document.Id), changes.DeletedDocuments, Document),
        .. Of(RecordType.Predicate, changes.Predicates.Select(predicate => predicate.Id), changes.DeletedPredicates, Predicate),
        .. Of(RecordType.Entity, changes.Entities.Select(entity => entity.Id), changes.DeletedEntities, Entity),
        .. Of(RecordType.Statement, changes.Statements.Select(statement => statement.Id), changes.DeletedStatements, Statement),
        .. facts.Select(fact => Version(RecordType.Fact, fact.Id, fact.Stays ? Ending.Replaced : Ending.Deleted, Fact)).OfType<PastVersion>(),
    ];

    private IEnumerable<PastVersion> Of(RecordType type, IEnumerable<string> put, List<string> deleted, Func<string, JsonBuffer, long?> write) =>
    [
        .. put.Select(id => Version(type, id, Ending.Replaced, write)).OfType<PastVersion>(),
        .. deleted.Select(id => Version(type, id, changes.Merged.Contains(id) && type == RecordType.Entity ? Ending.Merged : Ending.Deleted, write)).OfType<PastVersion>(),
    ];

    /// <returns>Null where there was none.</returns>
    private PastVersion? Version(RecordType type, string id, Ending ending, Func<string, JsonBuffer, long?> write)
    {
        using var json = new JsonBuffer();
        return write(id, json) is not { } from ? null : new PastVersion
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

    private long? Document(string id, JsonBuffer json)
    {
        if (before.FindDocument(id) is not { } row)
            return null;
        PackRecordWriter.WholeDocument(json, before.Documents[row].Document);
        return before.Documents[row].Document.Revision;
    }

    private long? Predicate(string id, JsonBuffer json)
    {
        if (before.Schema.Find(id) is not { } row)
            return null;
        PackRecordWriter.Predicate(json, row.Predicate);
        return row.Predicate.Revision;
    }

    private long? Entity(string id, JsonBuffer json)
    {
        if (before.FindEntity(id) is not { } row)
            return null;
        PackRecordWriter.Entity(json, before.Entities[row].ToEntity());
        return before.Entities[row].Revision;
    }

    private long? Statement(string id, JsonBuffer json)
    {
        if (before.FindStatement(id) is not { } row)
            return null;
        PackRecordWriter.Statement(json, before.StatementOf(before.Statements[row]));
        return before.Statements[row].Revision;
    }

    private long? Fact(string id, JsonBuffer json)
    {
        if (before.FindFact(id) is not { } row)
            return null;
        PackRecordWriter.FactState(json, before, before.Facts[row]);
        return before.Facts[row].Revision;
    }
}
