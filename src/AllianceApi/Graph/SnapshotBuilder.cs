using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>Makes a snapshot out of records, in whatever order they come.</summary>
internal sealed class SnapshotBuilder
{
    private readonly List<Predicate> _predicates = [];
    private readonly List<Document> _documents = [];
    private readonly List<Entity> _entities = [];
    private readonly List<Statement> _statements = [];
    private readonly Dictionary<Fact, long> _factRevisions = [];

    public string GraphId { get; init; } = "graph";

    public long Revision { get; init; } = 1;

    public DateTime UpdatedAt { get; init; } = DateTime.UnixEpoch;

    public SnapshotBuilder Add(Predicate predicate) => AddTo(_predicates, predicate);

    public SnapshotBuilder Add(Document document) => AddTo(_documents, document);

    public SnapshotBuilder Add(Entity entity) => AddTo(_entities, entity);

    public SnapshotBuilder Add(Statement statement) => AddTo(_statements, statement);

    /// <summary>When the evidence of a fact last changed; unless told, when its youngest statement did.</summary>
    public SnapshotBuilder Add(Fact fact, long revision)
    {
        _factRevisions[fact] = revision;
        return this;
    }

    public Snapshot Build()
    {
        var empty = Empty();
        var edit = new SnapshotEdit(empty);
        // Rows are numbered in the order of ids, a dot behind each as in the ids of facts.
        foreach (var entity in _entities.OrderBy(entity => entity.Id + ".", StringComparer.Ordinal))
            edit.Put(entity);
        edit.Expect(_statements);
        foreach (var statement in _statements.OrderBy(statement => PositionOf(empty, statement)).ThenBy(statement => statement.Id, StringComparer.Ordinal))
            edit.Put(statement, fact => _factRevisions.GetValueOrDefault(fact, statement.Revision));
        return edit.Build(Revision, UpdatedAt);
    }

    private Snapshot Empty()
    {
        DocumentRow[] documents = new DocumentRow[_documents.Count];
        var passages = Paged<PassageRow>.Empty.Edit();
        var passageRows = new Dictionary<(int, string), int>();
        foreach (var (document, row) in _documents.OrderBy(document => document.Id, StringComparer.Ordinal).Select((document, row) => (document, row)))
        {
            documents[row] = new DocumentRow(document, passages.Length);
            foreach (var passage in document.Passages.OrderBy(passage => passage.Start))
                passageRows.Add((row, passage.Locator), passages.Add(new PassageRow(passage, row)));
        }
        return new Snapshot
        {
            GraphId = GraphId,
            Revision = Revision,
            UpdatedAt = UpdatedAt,
            Schema = new Schema(_predicates.Select(Fragments.Of)),
            Documents = documents,
            Passages = passages.Done(),
            PassageRows = passageRows,
            Entities = Paged<EntityRow>.Empty,
            Facts = Paged<FactRow>.Empty,
            Statements = Paged<StatementRow>.Empty,
            EntityRows = RowIndex.Empty,
            StatementRows = RowIndex.Empty,
            InOrder = (0, 0, 0),
        };
    }

    private static int PositionOf(Snapshot graph, Statement statement) =>
        graph.FindPassage(graph.FindDocument(statement.Document)!.Value, statement.Passages[0])!.Value;

    private SnapshotBuilder AddTo<T>(List<T> records, T record)
    {
        records.Add(record);
        return this;
    }
}
