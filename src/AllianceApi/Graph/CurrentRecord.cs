namespace AllianceApi.Graph;

/// <summary>Writes a record of a snapshot as it is kept: as a pack has it; of a fact what its statements make of it.</summary>
internal static class CurrentRecord
{
    /// <returns>The revision in which it came to be so; null where there is no such record, and then nothing is written.</returns>
    public static long? Write(JsonBuffer json, Snapshot graph, RecordType type, string id) => type switch
    {
        RecordType.Document => Document(json, graph, id),
        RecordType.Predicate => Predicate(json, graph, id),
        RecordType.Entity => Entity(json, graph, id),
        RecordType.Statement => Statement(json, graph, id),
        _ => Fact(json, graph, id),
    };

    /// <summary>The revision in which a record came to be as it is; null where there is none.</summary>
    public static long? RevisionOf(Snapshot graph, RecordType type, string id) => type switch
    {
        RecordType.Document => graph.FindDocument(id) is { } row ? graph.Documents[row].Document.Revision : null,
        RecordType.Predicate => graph.Schema.Find(id)?.Predicate.Revision,
        RecordType.Entity => graph.FindEntity(id) is { } row ? graph.Entities[row].Revision : null,
        RecordType.Statement => graph.FindStatement(id) is { } row ? graph.Statements[row].Revision : null,
        _ => graph.FindFact(id) is { } row ? graph.Facts[row].Revision : null,
    };

    /// <summary>All records but facts, which follow from statements.</summary>
    public static IEnumerable<(RecordType Type, string Id, long Revision)> All(Snapshot graph) => graph.Documents.Select(row => (RecordType.Document, row.Id, row.Document.Revision))
        .Concat(graph.Schema.Predicates.Select(row => (RecordType.Predicate, row.Id, row.Predicate.Revision)))
        .Concat(graph.Entities.Select(row => (RecordType.Entity, row.Id, row.Revision)))
        .Concat(graph.Statements.Select(row => (RecordType.Statement, row.Id, row.Revision)));

    private static long? Document(JsonBuffer json, Snapshot graph, string id)
    {
        if (graph.FindDocument(id) is not { } row)
            return null;
        PackRecordWriter.WholeDocument(json, graph.Documents[row].Document);
        return graph.Documents[row].Document.Revision;
    }

    private static long? Predicate(JsonBuffer json, Snapshot graph, string id)
    {
        if (graph.Schema.Find(id) is not { } row)
            return null;
        PackRecordWriter.Predicate(json, row.Predicate);
        return row.Predicate.Revision;
    }

    private static long? Entity(JsonBuffer json, Snapshot graph, string id)
    {
        if (graph.FindEntity(id) is not { } row)
            return null;
        PackRecordWriter.Entity(json, graph.Entities[row].ToEntity());
        return graph.Entities[row].Revision;
    }

    private static long? Statement(JsonBuffer json, Snapshot graph, string id)
    {
        if (graph.FindStatement(id) is not { } row)
            return null;
        PackRecordWriter.Statement(json, graph.StatementOf(graph.Statements[row]));
        return graph.Statements[row].Revision;
    }

    private static long? Fact(JsonBuffer json, Snapshot graph, string id)
    {
        if (graph.FindFact(id) is not { } row)
            return null;
        PackRecordWriter.FactState(json, graph, graph.Facts[row]);
        return graph.Facts[row].Revision;
    }
}
