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
        var frame = Frame(GraphId, Revision, UpdatedAt, _predicates, _documents);
        Entity[] entities = [.. _entities];
        Array.Sort(entities, (left, right) => CompareIds(left.Id, right.Id));
        var entityRows = new EntityRow[entities.Length];
        Parallel.For(0, entityRows.Length, row => entityRows[row] = Fragments.Of(entities[row]));

        var rows = RowIndex.Of(Array.ConvertAll(entities, entity => entity.Id));
        var statements = InOrder(frame);
        var (facts, rowOf) = Facts([.. statements.SelectMany(statement => statement.Facts)], rows, entities, frame.Schema);
        return new SnapshotAssembly(frame, entityRows, facts, RowsOf(frame, statements, rows, rowOf, new SingleRows(Math.Max(facts.Length, frame.Passages.Length)))).Run();
    }

    /// <summary>Ids in the order in which facts have them at their beginnings: as if a dot stood behind each.</summary>
    public static int CompareIds(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        return At(left, same) - At(right, same);

        static int At(string id, int index) => index < id.Length ? id[index] : index == id.Length ? '.' : 0;
    }

    /// <summary>A snapshot of documents and predicates, without anything that is said of them.</summary>
    public static Snapshot Frame(string graphId, long revision, DateTime updatedAt, IEnumerable<Predicate> predicates, IEnumerable<Document> all)
    {
        DocumentRow[] documents = [.. all.OrderBy(document => document.Id, StringComparer.Ordinal).Select(document => new DocumentRow(document, 0))];
        var passages = Paged<PassageRow>.Empty.Edit();
        var passageRows = new Dictionary<(int, string), int>();
        for (var row = 0; row < documents.Length; row++)
        {
            documents[row] = documents[row] with { FirstPassage = passages.Length };
            foreach (var passage in documents[row].Document.Passages.OrderBy(passage => passage.Start))
                passageRows.Add((row, passage.Locator), passages.Add(new PassageRow(passage, row)));
        }
        return new Snapshot
        {
            GraphId = graphId,
            Revision = revision,
            UpdatedAt = updatedAt,
            Schema = new Schema(predicates.Select(Fragments.Of)),
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

    /// <summary>The facts, and the row of each that a statement has.</summary>
    private (FactRow[] Facts, int[] RowOf) Facts(Fact[] supported, RowIndex rows, Entity[] entities, Schema schema)
    {
        var keys = new FactKey[supported.Length];
        Parallel.For(0, keys.Length, i => keys[i] = FactKey.Of(supported[i], id => rows.Find(id)!.Value, schema));
        var (facts, rowOf) = new FactKeyOrder(row => entities[row].Id).Number(keys);
        for (var i = 0; i < supported.Length && _factRevisions.Count > 0; i++)
        {
            if (_factRevisions.TryGetValue(supported[i], out var revision))
                facts[rowOf[i]] = facts[rowOf[i]] with { Revision = revision };
        }
        return (facts, rowOf);
    }

    private static StatementRow[] RowsOf(Snapshot frame, Statement[] statements, RowIndex entities, int[] factOf, SingleRows single)
    {
        var firstFact = new int[statements.Length];
        for (var row = 1; row < firstFact.Length; row++)
            firstFact[row] = firstFact[row - 1] + statements[row - 1].Asserts.Count + statements[row - 1].Denies.Count;
        var rows = new StatementRow[statements.Length];
        Parallel.For(0, rows.Length, row =>
        {
            var statement = statements[row];
            var document = frame.FindDocument(statement.Document)!.Value;
            var asserts = factOf.AsSpan(firstFact[row], statement.Asserts.Count);
            var denies = factOf.AsSpan(firstFact[row] + asserts.Length, statement.Denies.Count);
            rows[row] = Fragments.Of(
                statement,
                document,
                single.Of(statement.Passages, locator => frame.FindPassage(document, locator)!.Value),
                single.Of(statement.AttributedTo, id => entities.Find(id)!.Value)) with
            { Asserts = single.Of(asserts), Denies = single.Of(denies) };
        });
        return rows;
    }

    /// <summary>Statements in the order of document and passage, then by id.</summary>
    private Statement[] InOrder(Snapshot frame)
    {
        _statements.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return RowLists.Sorted(_statements, frame.Passages.Length, statement => frame.FindPassage(frame.FindDocument(statement.Document)!.Value, statement.Passages[0])!.Value);
    }

    private SnapshotBuilder AddTo<T>(List<T> records, T record)
    {
        records.Add(record);
        return this;
    }
}
