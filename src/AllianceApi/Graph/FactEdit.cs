namespace AllianceApi.Graph;

/// <summary>The facts of a successor in the making: which statements come to them and leave them, and what they are then.</summary>
internal sealed class FactEdit(Snapshot before)
{
    private readonly Paged<FactRow>.Editor _facts = before.Facts.Edit();
    private readonly Dictionary<FactKey, int> _made = [];
    private readonly Dictionary<int, Change> _changes = [];
    private readonly Dictionary<int, List<int>> _gainedByEntity = [];
    private readonly HashSet<int> _dropped = [];
    private readonly Dictionary<int, FactRow> _removed = [];
    private readonly HashSet<int> _remarked = [];

    /// <summary>The rows of facts that come, go or change.</summary>
    public IReadOnlyCollection<int> Touched => [.. _changes.Keys.Union(_remarked)];

    /// <summary>The entities at the ends of those that come or go.</summary>
    public IEnumerable<int> Ends => _gainedByEntity.Keys.Concat(_dropped.SelectMany(EndsOfDropped)).Distinct();

    /// <summary>A statement comes to a fact, which is made where it is not there yet.</summary>
    /// <returns>The fact's row.</returns>
    public int Gain(FactKey key, int statement, long revision)
    {
        var row = Find(key) ?? Expect(key);
        ChangeOf(row).Gain(statement, revision);
        return row;
    }

    /// <summary>Makes a fact that is not there yet, for statements to come.</summary>
    public int Expect(FactKey key)
    {
        var row = _facts.Add(New(key));
        _made[key] = row;
        foreach (var end in EndsOf(row))
            (_gainedByEntity.TryGetValue(end, out var list) ? list : _gainedByEntity[end] = []).Add(row);
        return row;
    }

    public void Lose(int row, int statement, long revision) => ChangeOf(row).Lose(statement, revision);

    public IEnumerable<int> EndsOf(int row) => _facts[row] is { Object: >= 0 } relation && relation.Object != relation.Subject
        ? [relation.Subject, relation.Object]
        : [_facts[row].Subject];

    /// <summary>Makes each changed fact what its statements make of it; one that no statement makes goes.</summary>
    public void Settle(Paged<StatementRow> statements, Func<int, string> idOf)
    {
        foreach (var (row, change) in _changes)
        {
            var supports = _facts[row].Statements.Concat(change.Gained).Except(change.Lost).ToList();
            if (supports.Count == 0)
                _dropped.Add(row);
            else
                _facts[row] = Supported(_facts[row], supports, statements, idOf) with { Revision = change.Revision };
        }
        foreach (var row in _dropped)
            _removed[row] = _facts[row];
        foreach (var row in _dropped)
            _facts.Remove(row);
    }

    /// <summary>The facts of an entity as they are now.</summary>
    public IEnumerable<int> Now(int entity, int[] old, bool attributes)
    {
        var gained = _gainedByEntity.TryGetValue(entity, out var rows) ? rows.Where(row => !_dropped.Contains(row) && _facts[row].IsAttribute == attributes) : [];
        return _dropped.Count == 0 ? old.Concat(gained) : old.Where(row => !_dropped.Contains(row)).Concat(gained);
    }

    /// <summary>Marks what contradicts, wherever a change may have made or ended a contradiction.</summary>
    /// <returns>The ends of facts whose mark changed.</returns>
    public HashSet<int> Contest(Snapshot graph)
    {
        var suspects = new HashSet<int>();
        foreach (var row in _changes.Keys)
        {
            var fact = _removed.GetValueOrDefault(row) ?? _facts[row];
            if (graph.Entities[fact.Subject] is null || (fact.Object >= 0 && graph.Entities[fact.Object] is null))
                continue;
            suspects.UnionWith(Contests.Rivals(graph, fact).Where(rival => graph.Facts[rival].Strength == Strength.Strongest || graph.Facts[rival].Contested));
        }
        var ends = new HashSet<int>();
        foreach (var row in suspects)
        {
            var contested = Contests.Against(graph, graph.Facts[row]).Any();
            if (contested == _facts[row].Contested)
                continue;
            _facts[row] = _facts[row] with { Contested = contested };
            _remarked.Add(row);
            ends.UnionWith(EndsOf(row));
        }
        return ends;
    }

    /// <summary>The names on which facts of an entity contradict each other, as they read from it.</summary>
    public IReadOnlyList<string> ContestedNames(int row, EntityRow entity)
    {
        SortedSet<string>? names = null;
        foreach (var fact in entity.Relations.Concat(entity.Attributes).Select(fact => _facts[fact]).Where(fact => fact.Contested))
        {
            names ??= new SortedSet<string>(StringComparer.Ordinal);
            if (fact.Subject == row)
                names.Add(fact.Name);
            if (fact.Object == row)
                names.Add(fact.Predicate!.Predicate.InverseId ?? fact.Name);
        }
        return names is null ? [] : [.. names];
    }

    public Paged<FactRow> Done() => _facts.Done();

    private IEnumerable<int> EndsOfDropped(int row) => _removed[row] is { Object: >= 0 } relation ? [relation.Subject, relation.Object] : [_removed[row].Subject];

    private int? Find(FactKey key)
    {
        if (_made.TryGetValue(key, out var made))
            return made;
        // An entity that the predecessor does not have has no facts there.
        if (key.Subject >= before.Entities.Length || before.Entities[key.Subject] is null)
            return null;
        return before.FindFact(IdOf(key)) is { } row ? row : null;
    }

    private string IdOf(FactKey key) => before.IdOf(New(key) with { Object = key.Object < before.Entities.Length ? key.Object : key.Subject });

    private static FactRow New(FactKey key) => new()
    {
        Subject = key.Subject,
        Object = key.Object,
        Predicate = key.Predicate,
        Literal = key.Literal,
        Period = key.Period,
        Negated = key.Negated,
        Statements = [],
        Strength = default,
        AttributedTo = [],
        Revision = 0,
    };

    private static FactRow Supported(FactRow fact, List<int> supports, Paged<StatementRow> statements, Func<int, string> idOf)
    {
        int[] strongestFirst = supports.Count == 1
            ? [supports[0]]
            : [.. supports.Distinct().OrderBy(row => statements[row].Strength.Rank).ThenBy(row => statements[row].Passages[0]).ThenBy(row => statements[row].Id, StringComparer.Ordinal)];
        var strength = statements[strongestFirst[0]].Strength;
        return fact with
        {
            Statements = strongestFirst,
            Strength = strength,
            AttributedTo = strength.Standing == Shapes.Standing.Stated
                ? []
                : [.. strongestFirst.TakeWhile(row => statements[row].Strength == strength).SelectMany(row => statements[row].AttributedTo).Distinct().OrderBy(idOf, StringComparer.Ordinal)],
        };
    }

    private Change ChangeOf(int row) => _changes.TryGetValue(row, out var change) ? change : _changes[row] = new Change();

    private sealed class Change
    {
        public List<int> Gained { get; } = [];

        public List<int> Lost { get; } = [];

        public long Revision { get; private set; }

        public void Gain(int statement, long revision)
        {
            Gained.Add(statement);
            Revision = Math.Max(Revision, revision);
        }

        public void Lose(int statement, long revision)
        {
            if (!Gained.Remove(statement))
                Lost.Add(statement);
            Revision = Math.Max(Revision, revision);
        }
    }
}
