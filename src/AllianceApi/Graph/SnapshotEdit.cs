using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>
/// A snapshot's successor in the making: records are put and deleted, then all that is derived is worked out anew where it may have changed.
/// A snapshot is built in the same way, as the successor of an empty one.
/// </summary>
internal sealed class SnapshotEdit(Snapshot before)
{
    private readonly Paged<EntityRow>.Editor _entities = before.Entities.Edit();
    private readonly Paged<StatementRow>.Editor _statements = before.Statements.Edit();
    private readonly Dictionary<string, int?> _entityRows = [];
    private readonly Dictionary<string, int?> _statementRows = [];
    private readonly FactEdit _facts = new(before);

    /// <summary>Entities whose members, facts or statements change.</summary>
    private readonly HashSet<int> _touched = [];
    private readonly Dictionary<int, List<int>> _mentionsLost = [];
    private readonly Dictionary<int, List<int>> _mentionsGained = [];
    private readonly Dictionary<int, (List<int> Lost, List<int> Gained)> _passages = [];
    private readonly List<int> _changedStatements = [];

    public void Put(Entity entity)
    {
        var made = Fragments.Of(entity);
        if (FindEntity(entity.Id) is { } row)
        {
            var old = _entities[row];
            _entities[row] = made with { Relations = old.Relations, Groups = old.Groups, Attributes = old.Attributes, Statements = old.Statements, Contested = old.Contested };
        }
        else
        {
            row = _entities.Add(made);
            _entityRows[entity.Id] = row;
        }
        _touched.Add(row);
    }

    /// <summary>Numbers the facts that are to come in the order of their ids, so that comparing numbers compares ids.</summary>
    public void Expect(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts.Distinct().OrderBy(fact => fact.Id, StringComparer.Ordinal))
            _facts.Expect(KeyOf(fact));
    }

    public void DeleteEntity(string id)
    {
        var row = FindEntity(id)!.Value;
        _entities.Remove(row);
        _entityRows[id] = null;
        _touched.Add(row);
    }

    /// <summary>Puts a statement whose entities are there. One that was there is replaced, and gets another row.</summary>
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
        int[] asserts = [.. statement.Asserts.Select(fact => _facts.Gain(KeyOf(fact), row, revisionOf?.Invoke(fact) ?? statement.Revision))];
        int[] denies = [.. statement.Denies.Select(fact => _facts.Gain(KeyOf(fact), row, revisionOf?.Invoke(fact) ?? statement.Revision))];
        _statements[row] = made with { Asserts = asserts, Denies = denies };
        foreach (var entity in MentionsOf(_statements[row]))
            ListOf(_mentionsGained, entity).Add(row);
        foreach (var passage in made.Passages)
            OfPassage(passage).Gained.Add(row);
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

    public Snapshot Build(long revision, DateTime updatedAt)
    {
        var statements = _statements.Done();
        _facts.Settle(statements, entity => _entities[entity].Id + ".");
        var graph = With(revision, updatedAt, statements, _entities.Done(), _facts.Done());
        Connect(graph);
        graph = With(revision, updatedAt, statements, _entities.Done(), graph.Facts);
        var contested = _facts.Contest(graph);
        Finish(graph, contested);
        graph = With(revision, updatedAt, statements, _entities.Done(), _facts.Done());
        graph.KeepOrders(before, rows => rows switch
        {
            RowsOf.Entities => _touched,
            RowsOf.Facts => _facts.Touched,
            _ => _changedStatements,
        });
        return graph;
    }

    private Snapshot With(long revision, DateTime updatedAt, Paged<StatementRow> statements, Paged<EntityRow> entities, Paged<FactRow> facts)
    {
        var isFirst = before.Entities.Length + before.Statements.Length == 0;
        return new Snapshot
        {
            GraphId = before.GraphId,
            Revision = revision,
            UpdatedAt = updatedAt,
            Schema = before.Schema,
            Documents = before.Documents,
            Passages = Passages(statements),
            Entities = entities,
            Statements = statements,
            Facts = facts,
            EntityRows = isFirst ? RowIndex.Of(_entityRows.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.Value))) : before.EntityRows.With(_entityRows),
            StatementRows = isFirst ? RowIndex.Of(_statementRows.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.Value))) : before.StatementRows.With(_statementRows),
            InOrder = isFirst ? (entities.Length, facts.Length, statements.Length) : before.InOrder,
        };
    }

    /// <summary>Gives each touched entity its relations, attributes and statements as they are now.</summary>
    private void Connect(Snapshot graph)
    {
        _touched.UnionWith(_facts.Ends);
        _touched.UnionWith(_mentionsGained.Keys);
        _touched.UnionWith(_mentionsLost.Keys);
        var byId = graph.FactsById;
        var inOrder = graph.StatementsInOrder;
        foreach (var row in _touched.Where(row => graph.Entities[row] is not null))
        {
            var entity = graph.Entities[row];
            var (relations, groups) = Grouping.Of(graph, row, _facts.Now(row, entity.Relations, attributes: false), byId);
            _entities[row] = entity with
            {
                Relations = relations,
                Groups = groups,
                Attributes = [.. _facts.Now(row, entity.Attributes, attributes: true).Order(byId)],
                Statements = [.. Now(entity.Statements, _mentionsLost.GetValueOrDefault(row), _mentionsGained.GetValueOrDefault(row)).Order(inOrder)],
            };
        }
    }

    /// <summary>What of entities depends on which facts are contested: the names of those, and the typed attributes.</summary>
    private void Finish(Snapshot graph, IEnumerable<int> remarked)
    {
        _touched.UnionWith(remarked);
        foreach (var row in _touched.Where(row => graph.Entities[row] is not null))
        {
            var entity = graph.Entities[row];
            var named = entity with { Contested = _facts.ContestedNames(row, entity) };
            _entities[row] = named with { Typed = Fragments.Typed(graph, named) };
        }
    }

    private Paged<PassageRow> Passages(Paged<StatementRow> statements)
    {
        if (_passages.Count == 0)
            return before.Passages;
        var passages = before.Passages.Edit();
        foreach (var (row, (lost, gained)) in _passages)
        {
            var now = Now(before.Passages[row].Statements, lost, gained).OrderBy(statement => statements[statement].Passages[0]).ThenBy(statement => statements[statement].Id, StringComparer.Ordinal);
            passages[row] = before.Passages[row] with { Statements = [.. now] };
        }
        return passages.Done();
    }

    private IEnumerable<int> MentionsOf(StatementRow statement) =>
        statement.Facts.SelectMany(fact => _facts.EndsOf(fact)).Concat(statement.AttributedTo).Distinct();

    private FactKey KeyOf(Fact fact)
    {
        var subject = FindEntity(fact.Subject)!.Value;
        var period = Period.Of(fact.ValidFrom, fact.ValidTo);
        return fact.IsAttribute
            ? new FactKey(subject, fact.Negated, null, -1, new Literal(fact.Name, fact.Target), period)
            : new FactKey(subject, fact.Negated, before.Schema.Find(fact.Name), FindEntity(fact.Target)!.Value, null, period);
    }

    private int? FindEntity(string id) => _entityRows.TryGetValue(id, out var row) ? row : before.FindEntity(id);

    private int? FindStatement(string id) => _statementRows.TryGetValue(id, out var row) ? row : before.FindStatement(id);

    private (List<int> Lost, List<int> Gained) OfPassage(int row) =>
        _passages.TryGetValue(row, out var lists) ? lists : _passages[row] = ([], []);

    private static IEnumerable<int> Now(int[] before, List<int>? lost, List<int>? gained)
    {
        var rows = before.Concat(gained ?? []);
        return lost is null ? rows : rows.Except(lost);
    }

    private static List<int> ListOf(Dictionary<int, List<int>> lists, int row) =>
        lists.TryGetValue(row, out var list) ? list : lists[row] = [];
}
