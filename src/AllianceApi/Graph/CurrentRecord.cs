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
