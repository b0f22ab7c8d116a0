using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Packs;

namespace AllianceApi.History;

/// <summary>Works out the graph of a revision from a newer one: what was changed since is as it was, what was made since is not there.</summary>
internal static class Undoing
{
    public static Snapshot To(Snapshot graph, long revision, Archive archive)
    {
        var versions = archive.At(revision);
        var times = archive.Revisions([.. versions.Select(version => version.From).Append(revision).Distinct()]);
        var changes = new ChangeSet { By = "", Note = "" };
        foreach (var version in versions.Where(version => version.Type != RecordType.Fact))
            Restore(changes, version, times.TryGetValue(version.From, out var made) ? made.Time : DateTime.UnixEpoch);
        TakeAway(changes, graph, revision, versions.Select(version => (version.Type, version.Id)).ToHashSet());
        var facts = versions.Where(version => version.Type == RecordType.Fact).ToDictionary(version => version.Id, version => version.From);
        return Successor.Of(graph, changes, revision, times[revision].Time, facts);
    }

    private static void Restore(ChangeSet changes, PastVersion version, DateTime time)
    {
        if (version.Record.Length == 0)
            throw new StoreException($"What '{version.Id}' was before revision {version.Until} is not known.");
        var record = RecordNodes.Of(version.Record);
        switch (version.Type)
        {
            case RecordType.Document:
                var document = PackRecords.Document(record);
                document.Revision = version.From;
                changes.Documents.Add(document);
                break;
            case RecordType.Predicate:
                var predicate = PackRecords.Predicate(record);
                predicate.Revision = version.From;
                changes.Predicates.Add(predicate);
                break;
            case RecordType.Entity:
                var entity = PackRecords.Entity(record, Kinds.Catalogue.Find(PackRecords.Text(record["kind"]))!);
                (entity.Revision, entity.UpdatedAt) = (version.From, time);
                changes.Entities.Add(entity);
                break;
            default:
                var statement = PackRecords.Statement(record);
                (statement.Revision, statement.UpdatedAt) = (version.From, time);
                changes.Statements.Add(statement);
                break;
        }
    }

    /// <summary>What was made after the revision, and was not there at it.</summary>
    private static void TakeAway(ChangeSet changes, Snapshot graph, long revision, HashSet<(RecordType Type, string Id)> known)
    {
        foreach (var (type, id, _) in CurrentRecord.All(graph).Where(record => record.Revision > revision && !known.Contains((record.Type, record.Id))))
            DeletedOf(changes, type).Add(id);
    }

    private static List<string> DeletedOf(ChangeSet changes, RecordType type) => type switch
    {
        RecordType.Document => changes.DeletedDocuments,
        RecordType.Predicate => changes.DeletedPredicates,
        RecordType.Entity => changes.DeletedEntities,
        _ => changes.DeletedStatements,
    };
}
