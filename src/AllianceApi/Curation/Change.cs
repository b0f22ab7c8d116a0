using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Packs;

namespace AllianceApi.Curation;

/// <summary>A change while it is worked out upon a snapshot: records as they are to be, null where they go, and the graph as it will be.</summary>
internal sealed class Change(Snapshot graph)
{
    public Snapshot Graph => graph;

    public Dictionary<string, Statement?> Statements { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Entity?> Entities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Predicate?> Predicates { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Document?> Documents { get; } = new(StringComparer.Ordinal);

    public Dictionary<(RecordType Type, string Id), string> Successors { get; } = [];

    public HashSet<string> Merged { get; } = new(StringComparer.Ordinal);

    public Statement? Statement(string id) => Statements.TryGetValue(id, out var put) ? put : Before(id);

    public Entity? Entity(string id) => Entities.TryGetValue(id, out var put) ? put : graph.FindEntity(id) is { } row ? graph.Entities[row].ToEntity() : null;

    public Predicate? Predicate(string id) => Predicates.TryGetValue(id, out var put) ? put : graph.Schema.Find(id)?.Predicate;

    /// <summary>Lets a record go.</summary>
    public void Delete(RecordType type, string id)
    {
        switch (type)
        {
            case RecordType.Entity: Entities[id] = null; break;
            case RecordType.Statement: Statements[id] = null; break;
            case RecordType.Predicate: Predicates[id] = null; break;
            default: Documents[id] = null; break;
        }
    }

    /// <summary>A statement as it is before the change.</summary>
    public Statement? Before(string id) => graph.FindStatement(id) is { } row ? graph.StatementOf(graph.Statements[row]) : null;

    /// <summary>The statements that will mention an entity.</summary>
    public IEnumerable<Statement> Mentioning(string entity)
    {
        var before = graph.FindEntity(entity) is { } row ? graph.Entities[row].Statements.Select(statement => graph.Statements[statement].Id) : [];
        return Untouched(before).Concat(Statements.Values.OfType<Statement>().Where(statement => Mentions(statement).Contains(entity)));
    }

    /// <summary>The statements that will have a relation under a predicate.</summary>
    public IEnumerable<Statement> Under(string predicate)
    {
        var before = graph.Schema.Find(predicate) is { } row
            ? graph.Under(row).AsEnumerable().Select(fact => graph.Facts[fact]).SelectMany(fact => fact.Statements).Distinct().Select(statement => graph.Statements[statement].Id)
            : [];
        return Untouched(before).Concat(Statements.Values.OfType<Statement>().Where(statement => statement.Facts.Any(fact => !fact.IsAttribute && fact.Name == predicate)));
    }

    /// <summary>The ends of a statement's facts, and its bearers.</summary>
    public static IEnumerable<string> Mentions(Statement statement) => statement.AttributedTo
        .Concat(statement.Facts.SelectMany(fact => fact.IsAttribute ? new[] { fact.Subject } : [fact.Subject, fact.Target]))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The change for the store; a record that would become what it is, is none.</summary>
    public ChangeSet ToChangeSet(string by, string note)
    {
        var changes = new ChangeSet { By = by, Note = note };
        Sort(Documents, id => graph.FindDocument(id) is { } row ? graph.Documents[row].Document : null, changes.Documents, changes.DeletedDocuments);
        Sort(Predicates, id => graph.Schema.Find(id)?.Predicate, changes.Predicates, changes.DeletedPredicates);
        Sort(Entities, id => graph.FindEntity(id) is { } row ? graph.Entities[row].ToEntity() : null, changes.Entities, changes.DeletedEntities);
        Sort(Statements, Before, changes.Statements, changes.DeletedStatements);
        foreach (var (record, successor) in Successors)
            changes.Successors.Add(record, successor);
        changes.Merged.UnionWith(Merged);
        return changes;
    }

    private static void Sort<T>(Dictionary<string, T?> records, Func<string, T?> before, List<T> put, List<string> deleted)
        where T : class
    {
        foreach (var (id, record) in records)
        {
            var known = before(id);
            if (record is null && known is not null)
                deleted.Add(id);
            else if (record is not null && (known is null || !SameRecord.As(known, record)))
                put.Add(record);
        }
    }

    private IEnumerable<Statement> Untouched(IEnumerable<string> ids) => ids.Where(id => !Statements.ContainsKey(id)).Select(id => Before(id)!);
}
