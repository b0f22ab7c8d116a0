using AllianceApi.Graph.Search;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>
/// A snapshot's successor in the making: records are put and deleted, then all that is derived is worked out anew where it may have changed.
/// What comes of it is what <see cref="SnapshotBuilder"/> makes of the records as they are then.
/// </summary>
internal sealed class SnapshotEdit(Snapshot before, Schema schema)
{
    public SnapshotEdit(Snapshot before)
        : this(before, before.Schema)
    {
    }

    /// <summary>The date of which the successor is a view; null for the graph itself.</summary>
    public PartialDate? At { get; init; }

    private readonly Paged<EntityRow>.Editor _entities = before.Entities.Edit();
    private readonly Paged<StatementRow>.Editor _statements = before.Statements.Edit();
    private readonly Dictionary<string, int?> _entityRows = [];
    private readonly Dictionary<string, int?> _statementRows = [];
    private readonly FactEdit _facts = new(before);

    /// <summary>The ids of entities whose own members change.</summary>
    private readonly HashSet<string> _putEntities = [];

    /// <summary>Entities whose members, facts or statements change.</summary>
    private readonly HashSet<int> _touched = [];
    private readonly Dictionary<int, List<int>> _mentionsLost = [];
    private readonly Dictionary<int, List<int>> _mentionsGained = [];
    private readonly Dictionary<int, (List<int> Lost, List<int> Gained)> _passages = [];
    private readonly List<int> _changedStatements = [];

    public void Put(Entity entity)
    {
        var made = Fragments.Of(entity);
        _putEntities.Add(entity.Id);
        if (FindEntity(entity.Id) is { } row)
        {
            var old = _entities[row];
            _entities[row] = made with { Relations = old.Relations, Ends = old.Ends, Groups = old.Groups, Attributes = old.Attributes, Statements = old.Statements, Contested = old.Contested };
        }
        else
        {
            row = _entities.Add(made);
            _entityRows[entity.Id] = row;
        }
        _touched.Add(row);
    }

    public void DeleteEntity(string id)
    {
        var row = FindEntity(id)!.Value;
        _entities.Remove(row);
        _entityRows[id] = null;
        _touched.Add(row);
    }

    /// <summary>Puts a statement whose entities are there. One that was there is replaced, and gets another row.</summary>
    /// <param name="revisionOf">The revisions of facts that come with it; unless told, that of the statement.</param>
    public void Put(Statement statement, Func<Fact, long>? revisionOf = null)
    {
        if (FindStatement(statement.Id) is not null)
            DeleteStatement(statement.Id);
        var document = before.FindDocument(statement.Document)!.Value;
        var row = _statements.Add(Fragments.Of(
            statement,
            document,
            [.. statement.Passages.Select(locator => before.FindPassage(document, locator)!.Value)],
            [.. statement.AttributedTo.Select(id => FindEntity(id)!.Value)]));
        _statementRows[statement.Id] = row;
        _changedStatements.Add(row);
        var made = _statements[row];
        _statements[row] = made with { Asserts = Gain(statement.Asserts), Denies = Gain(statement.Denies) };
        foreach (var entity in MentionsOf(_statements[row]))
            ListOf(_mentionsGained, entity).Add(row);
        foreach (var passage in made.Passages)
            OfPassage(passage).Gained.Add(row);

        int[] Gain(List<Fact> facts) => facts.Count == 0 ? [] : [.. facts.Select(fact => _facts.Gain(KeyOf(fact), row, revisionOf?.Invoke(fact) ?? statement.Revision))];
    }

    /// <param name="revision">The revision that takes it away, to which its facts move.</param>
    public void DeleteStatement(string id, long? revision = null)
    {
        var row = FindStatement(id)!.Value;
        var statement = _statements[row];
        foreach (var entity in MentionsOf(statement))
            ListOf(_mentionsLost, entity).Add(row);
        foreach (var fact in statement.Facts)
            _facts.Lose(fact, row, revision ?? before.Revision);
        foreach (var passage in statement.Passages)
            OfPassage(passage).Lost.Add(row);
        _statements.Remove(row);
        _statementRows[id] = null;
        _changedStatements.Add(row);
    }

    /// <summary>Leaves a fact out, and the statements that make it where they are.</summary>
    public void Hide(int fact)
    {
        foreach (var row in before.Facts[fact].Statements)
        {
            var statement = _statements[row];
            _statements[row] = statement with { Asserts = [.. statement.Asserts.Where(other => other != fact)], Denies = [.. statement.Denies.Where(other => other != fact)] };
            _facts.Lose(fact, row, before.Facts[fact].Revision);
        }
    }

    /// <summary>Gives a fact that is there the revision in which its evidence last changed, whatever else is done to it.</summary>
    public void Date(int fact, long revision) => _facts.Date(fact, revision);

    public Snapshot Build(long revision, DateTime updatedAt)
    {
        var statements = _statements.Done();
        _facts.Settle(statements, entity => _entities[entity].Id + ".");
        var graph = Frame(revision, updatedAt, statements);
        Connect(graph);
        graph = graph.With(_entities.Done(), graph.Facts);
        Finish(graph, _facts.Contest(graph));
        graph = graph.With(_entities.Done(), _facts.Done());
        var changedFacts = _facts.Touched;
        graph.KeepOrders(before, rows => rows switch
        {
            RowsOf.Entities => _touched,
            RowsOf.Facts => changedFacts,
            _ => _changedStatements,
        });
        graph.KeepSearch(before, _putEntities.Union(_entityRows.Keys), _statementRows.Keys);
        return graph;
    }

    private Snapshot Frame(long revision, DateTime updatedAt, Paged<StatementRow> statements)
    {
        var (entities, facts) = (_entities.Done(), _facts.Done());
        return new Snapshot
        {
            GraphId = before.GraphId,
            Revision = revision,
            At = At,
            UpdatedAt = updatedAt,
            Schema = schema,
            Documents = before.Documents,
            Passages = Passages(statements),
            PassageRows = before.PassageRows,
            Entities = entities,
            Statements = statements,
            Facts = facts,
            EntityRows = before.EntityRows.With(_entityRows),
            StatementRows = before.StatementRows.With(_statementRows),
            InOrder = before.InOrder,
        };
    }

    /// <summary>Gives each touched entity its relations, attributes and statements as they are now.</summary>
    private void Connect(Snapshot graph)
    {
        var ends = _facts.Ends.ToHashSet();
        _touched.UnionWith(ends);
        _touched.UnionWith(_mentionsGained.Keys);
        _touched.UnionWith(_mentionsLost.Keys);
        var inOrder = graph.StatementsInOrder;
        foreach (var row in _touched.Where(row => graph.Entities.Has(row)))
        {
            var entity = graph.Entities[row];
            var statements = Merge.Of(entity.Statements, _mentionsGained.GetValueOrDefault(row), _mentionsLost.GetValueOrDefault(row), inOrder);
            _entities[row] = ends.Contains(row) ? WithFacts(graph, row, entity) with { Statements = statements } : entity with { Statements = statements };
        }
    }

    private EntityRow WithFacts(Snapshot graph, int row, EntityRow entity)
    {
        var (gained, lost) = _facts.ChangesOf(row, attributes: false);
        var (more, fewer) = _facts.ChangesOf(row, attributes: true);
        return new Grouping(graph, row).Of(entity, gained, lost) with { Attributes = Merge.Of(entity.Attributes, more, fewer, graph.FactsById) };
    }

    /// <summary>What of entities depends on which facts are contested: the names of those, and the typed attributes.</summary>
    private void Finish(Snapshot graph, HashSet<int> remarked)
    {
        _touched.UnionWith(remarked);
        foreach (var row in _touched.Where(row => graph.Entities.Has(row)))
        {
            var entity = graph.Entities[row];
            if (remarked.Contains(row))
                entity = entity with { Contested = Contests.NamesOf(_facts.RowOf, row, entity) };
            _entities[row] = entity.Kind.Fields.Count == 0 ? entity : entity with { Typed = Fragments.Typed(graph, entity) };
        }
    }

    private Paged<PassageRow> Passages(Paged<StatementRow> statements)
    {
        if (_passages.Count == 0)
            return before.Passages;
        var passages = before.Passages.Edit();
        var inOrder = Comparer<int>.Create((left, right) => (statements[left].Passages[0], statements[right].Passages[0]) is var (a, b) && a != b
            ? a.CompareTo(b)
            : string.CompareOrdinal(statements[left].Id, statements[right].Id));
        foreach (var (row, (lost, gained)) in _passages)
            passages[row] = before.Passages[row] with { Statements = Merge.Of(before.Passages[row].Statements, gained, lost, inOrder) };
        return passages.Done();
    }

    private HashSet<int> MentionsOf(StatementRow statement)
    {
        HashSet<int> mentions = [.. statement.AttributedTo];
        foreach (var fact in statement.Facts)
            mentions.UnionWith(_facts.EndsOf(fact));
        return mentions;
    }

    private FactKey KeyOf(Fact fact) => FactKey.Of(fact, id => FindEntity(id)!.Value, schema);

    private int? FindEntity(string id) => _entityRows.TryGetValue(id, out var row) ? row : before.FindEntity(id);

    private int? FindStatement(string id) => _statementRows.TryGetValue(id, out var row) ? row : before.FindStatement(id);

    private (List<int> Lost, List<int> Gained) OfPassage(int row) =>
        _passages.TryGetValue(row, out var lists) ? lists : _passages[row] = ([], []);

    private static List<int> ListOf(Dictionary<int, List<int>> lists, int row) =>
        lists.TryGetValue(row, out var list) ? list : lists[row] = [];
}
