using System.Collections.Frozen;
using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>
/// Makes a snapshot out of records, in whatever order they come. Facts are found in the statements; what is derived is worked out here, once.
/// </summary>
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
        var schema = new Schema(_predicates.Select(Fragments.Of));
        var documents = Documents(out var passages);
        var entities = _entities.OrderBy(entity => entity.Id, StringComparer.Ordinal).Select(Fragments.Of).ToArray();
        var entityRows = RowsOf(entities, entity => entity.Id);
        var documentRows = RowsOf(documents, document => document.Id);
        var passageRows = passages.Select((passage, row) => (passage, row))
            .ToFrozenDictionary(p => (p.passage.Document, p.passage.Passage.Locator), p => p.row);
        var statements = Statements(entityRows, documentRows, passageRows);

        var facts = new FactTable(statements, entityRows, schema, _factRevisions).Build();
        var graph = new Snapshot
        {
            GraphId = GraphId,
            Revision = Revision,
            UpdatedAt = UpdatedAt,
            Schema = schema,
            Entities = entities,
            Facts = facts,
            Statements = statements,
            Documents = documents,
            Passages = passages,
            EntityRows = entityRows,
            StatementRows = RowsOf(statements, statement => statement.Id),
            DocumentRows = documentRows,
            PassageRows = passageRows,
        };
        Adjacency.Connect(graph);
        Contests.Mark(graph);
        Fragments.Finish(graph);
        return graph;
    }

    private SnapshotBuilder AddTo<T>(List<T> records, T record)
    {
        records.Add(record);
        return this;
    }

    private static FrozenDictionary<string, int> RowsOf<T>(T[] rows, Func<T, string> id) =>
        rows.Select((row, index) => KeyValuePair.Create(id(row), index)).ToFrozenDictionary();

    private DocumentRow[] Documents(out PassageRow[] passages)
    {
        var all = new List<PassageRow>();
        var rows = new List<DocumentRow>();
        foreach (var document in _documents.OrderBy(document => document.Id, StringComparer.Ordinal))
        {
            rows.Add(new DocumentRow { Document = document, FirstPassage = all.Count });
            all.AddRange(document.Passages.OrderBy(passage => passage.Start).Select(passage => new PassageRow { Passage = passage, Document = rows.Count - 1 }));
        }
        passages = [.. all];
        return [.. rows];
    }

    private StatementRow[] Statements(
        FrozenDictionary<string, int> entities, FrozenDictionary<string, int> documents, FrozenDictionary<(int, string), int> passages) =>
    [
        .. _statements
            .Select(statement =>
            {
                var document = documents[statement.Document];
                return Fragments.Of(
                    statement,
                    document,
                    [.. statement.Passages.Select(locator => passages[(document, locator)])],
                    [.. statement.AttributedTo.Select(id => entities[id]).Order()]);
            })
            .OrderBy(row => row.Passages[0])
            .ThenBy(row => row.Id, StringComparer.Ordinal),
    ];
}
