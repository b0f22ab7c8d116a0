using AllianceApi.Graph;

namespace AllianceApi.Data.Checks;

/// <summary>Whether a snapshot has what the tables have, and a fact is there where a statement makes it and nowhere else.</summary>
internal sealed class SnapshotCheck(GraphContext context, Snapshot graph)
{
    public IEnumerable<string> Findings()
    {
        var shown = CurrentRecord.All(graph).ToLookup(record => record.Type, record => record.Id);
        var made = graph.Statements.Select(graph.StatementOf).SelectMany(statement => statement.Facts).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        return Differences(RecordType.Document, context.Documents.Select(document => document.Id), shown[RecordType.Document])
            .Concat(Differences(RecordType.Predicate, context.Predicates.Select(predicate => predicate.Id), shown[RecordType.Predicate]))
            .Concat(Differences(RecordType.Entity, context.Entities.Select(entity => entity.Id), shown[RecordType.Entity]))
            .Concat(Differences(RecordType.Statement, context.Statements.Select(statement => statement.Id), shown[RecordType.Statement]))
            .Concat(Differences(RecordType.Fact, context.Set<StoredFact>().Select(fact => fact.Id), graph.Facts.Select(graph.IdOf)))
            .Concat(made.Except(graph.Facts.Select(graph.IdOf), StringComparer.Ordinal).Select(id => $"the fact '{id}' is missing, though a statement makes it"))
            .Concat(graph.Facts.Select(graph.IdOf).Where(id => !made.Contains(id)).Select(id => $"the fact '{id}' is there, though no statement makes it"));
    }

    private static IEnumerable<string> Differences(RecordType type, IQueryable<string> stored, IEnumerable<string> shown)
    {
        var rows = stored.ToHashSet(StringComparer.Ordinal);
        var seen = shown.ToHashSet(StringComparer.Ordinal);
        return rows.Except(seen).Select(id => $"the {Fragments.Word(type)} '{id}' is in the store and in no snapshot of it")
            .Concat(seen.Except(rows).Select(id => $"the {Fragments.Word(type)} '{id}' is in the snapshot, but not by this id in the store"));
    }
}
