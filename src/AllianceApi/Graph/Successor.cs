using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>The snapshot that follows a change. What a change touches is worked out anew, all else is shared.</summary>
internal static class Successor
{
    private static readonly Dictionary<string, long> AsTheyChange = [];

    /// <param name="changes">Stamped with <paramref name="revision"/>.</param>
    /// <param name="factRevisions">The revisions of facts, by their ids, where others are meant than what the change makes of them.</param>
    public static Snapshot Of(Snapshot before, ChangeSet changes, long revision, DateTime time, IReadOnlyDictionary<string, long>? factRevisions = null) => NeedsAllAnew(before, changes)
        ? Anew(before, changes, revision, time, factRevisions ?? AsTheyChange)
        : Edited(before, changes, revision, time, factRevisions ?? AsTheyChange);

    /// <summary>
    /// Passages are numbered through all documents, and every fact knows its predicate: where one of these changes, little could be shared.
    /// New predicates, and those that nothing used, change nothing else.
    /// </summary>
    private static bool NeedsAllAnew(Snapshot before, ChangeSet changes) =>
        before.Entities.Length == 0 || changes.Documents.Count + changes.DeletedDocuments.Count > 0 || changes.Predicates.Exists(predicate => before.Schema.Find(predicate.Id) is not null);

    private static Snapshot Edited(Snapshot before, ChangeSet changes, long revision, DateTime time, IReadOnlyDictionary<string, long> factRevisions)
    {
        var edit = new SnapshotEdit(before, SchemaAfter(before, changes));
        foreach (var id in changes.DeletedStatements.Concat(changes.Statements.Select(statement => statement.Id).Where(id => before.FindStatement(id) is not null)))
            edit.DeleteStatement(id, revision);
        foreach (var entity in changes.Entities)
            edit.Put(entity);
        foreach (var statement in changes.Statements)
            edit.Put(statement, fact => RevisionOf(fact, statement.Revision));
        foreach (var id in changes.DeletedEntities)
            edit.DeleteEntity(id);
        foreach (var (id, changed) in factRevisions)
        {
            if (before.FindFact(id) is { } row)
                edit.Date(row, changed);
        }
        return edit.Build(revision, time);

        long RevisionOf(Fact fact, long otherwise) => factRevisions.Count > 0 && factRevisions.TryGetValue(fact.Id, out var known) ? known : otherwise;
    }

    private static Schema SchemaAfter(Snapshot before, ChangeSet changes)
    {
        if (changes.Predicates.Count + changes.DeletedPredicates.Count == 0)
            return before.Schema;
        var deleted = changes.DeletedPredicates.ToHashSet(StringComparer.Ordinal);
        return new Schema([.. before.Schema.Predicates.Where(row => !deleted.Contains(row.Id)), .. changes.Predicates.Select(Fragments.Of)]);
    }

    private static Snapshot Anew(Snapshot before, ChangeSet changes, long revision, DateTime time, IReadOnlyDictionary<string, long> factRevisions)
    {
        var builder = new SnapshotBuilder { GraphId = before.GraphId, Revision = revision, UpdatedAt = time };
        foreach (var document in Kept(before.Documents.Select(row => row.Document), changes.Documents, changes.DeletedDocuments, document => document.Id))
            builder.Add(document);
        foreach (var predicate in Kept(before.Schema.Predicates.Select(row => row.Predicate), changes.Predicates, changes.DeletedPredicates, predicate => predicate.Id))
            builder.Add(predicate);
        var unchanged = Unchanged(changes.Entities, changes.DeletedEntities, (Entity entity) => entity.Id);
        foreach (var entity in before.Entities.Where(row => unchanged(row.Id)).Select(row => row.ToEntity()).Concat(changes.Entities))
            builder.Add(entity);
        unchanged = Unchanged(changes.Statements, changes.DeletedStatements, (Statement statement) => statement.Id);
        foreach (var statement in before.Statements.Where(row => unchanged(row.Id)).Select(before.StatementOf).Concat(changes.Statements))
            builder.Add(statement);
        var put = before.Facts.Length == 0 ? [] : changes.Statements.SelectMany(statement => statement.Facts).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in before.Facts)
            Add(before.FactOf(fact), !put.Contains(before.IdOf(fact)) && fact.Statements.All(statement => unchanged(before.Statements[statement].Id)) ? fact.Revision : revision);
        // New facts are as young as their statements, unless others are meant.
        foreach (var fact in factRevisions.Count == 0 ? [] : changes.Statements.SelectMany(statement => statement.Facts))
            Add(fact, revision);
        return builder.Build();

        void Add(Fact fact, long changed) => builder.Add(fact, factRevisions.Count > 0 ? factRevisions.GetValueOrDefault(fact.Id, changed) : changed);
    }

    private static IEnumerable<T> Kept<T>(IEnumerable<T> before, List<T> put, List<string> deleted, Func<T, string> id)
    {
        var unchanged = Unchanged(put, deleted, id);
        return before.Where(record => unchanged(id(record))).Concat(put);
    }

    private static Func<string, bool> Unchanged<T>(List<T> put, List<string> deleted, Func<T, string> id)
    {
        HashSet<string> changed = new(put.Select(id).Concat(deleted), StringComparer.Ordinal);
        return candidate => !changed.Contains(candidate);
    }
}
