namespace AllianceApi.Graph;

/// <summary>The facts of a successor in the making: which statements come to them and leave them, and what they are then.</summary>
internal sealed class FactEdit(Snapshot before)
{
    private readonly Paged<FactRow>.Editor _facts = before.Facts.Edit();
    private readonly Dictionary<FactKey, int> _made = [];
    private readonly Dictionary<int, FactChange> _changes = [];
    private readonly Dictionary<int, List<int>> _gained = [];
    private readonly Dictionary<int, List<int>> _lost = [];
    private readonly Dictionary<int, FactRow> _dropped = [];
    private readonly HashSet<int> _remarked = [];
    private readonly Dictionary<int, long> _dated = [];

    /// <summary>The rows of facts that come, go or change.</summary>
    public IReadOnlyCollection<int> Touched => [.. _changes.Keys.Union(_remarked)];

    /// <summary>The entities at the ends of those that come or go.</summary>
    public IEnumerable<int> Ends => _gained.Keys.Concat(_lost.Keys).Distinct();

    /// <summary>A statement comes to a fact, which is made where it is not there yet.</summary>
    /// <returns>The fact's row.</returns>
    public int Gain(FactKey key, int statement, long revision)
    {
        var row = Find(key) ?? Make(key);
        ChangeOf(row).Gain(statement, revision);
        return row;
    }

    public void Lose(int row, int statement, long revision) => ChangeOf(row).Lose(statement, revision);

    /// <summary>Says when the evidence of a fact last changed, in place of what its changes say.</summary>
    public void Date(int row, long revision) => _dated[row] = revision;

    public FactRow RowOf(int row) => _facts[row];

    public int[] EndsOf(int row) => EndsOf(_facts[row]);

    /// <summary>Makes each changed fact what its statements make of it; one that no statement makes goes.</summary>
    public void Settle(Paged<StatementRow> statements, Func<int, string> idOf)
    {
        foreach (var (row, change) in _changes)
        {
            var supports = change.Apply(_facts[row].Statements);
            if (supports.Length == 0)
                _dropped[row] = _facts[row];
            else
                _facts[row] = Supported(_facts[row], supports, statements, idOf) with { Revision = change.Revision };
        }
        foreach (var (row, revision) in _dated.Where(dated => !_dropped.ContainsKey(dated.Key)))
            _facts[row] = _facts[row] with { Revision = revision };
        foreach (var (row, fact) in _dropped)
        {
            _facts.Remove(row);
            foreach (var end in EndsOf(fact))
                (_lost.TryGetValue(end, out var list) ? list : _lost[end] = []).Add(row);
        }
    }

    /// <summary>What an entity's facts gain and lose.</summary>
    public (List<int> Gained, HashSet<int> Lost) ChangesOf(int entity, bool attributes) => (
        [.. _gained.GetValueOrDefault(entity, []).Where(row => !_dropped.ContainsKey(row) && _facts[row].IsAttribute == attributes)],
        [.. _lost.GetValueOrDefault(entity, []).Where(row => _dropped[row].IsAttribute == attributes)]);

    /// <summary>Marks what contradicts, wherever a change may have made or ended a contradiction.</summary>
    /// <returns>The ends of facts whose mark changed, or that went with one.</returns>
    public HashSet<int> Contest(Snapshot graph)
    {
        var ends = _dropped.Values.Where(fact => fact.Contested).SelectMany(EndsOf).ToHashSet();
        foreach (var row in Suspects(graph))
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

    public Paged<FactRow> Done() => _facts.Done();

    private HashSet<int> Suspects(Snapshot graph)
    {
        var suspects = new HashSet<int>();
        foreach (var row in _changes.Keys)
        {
            var gone = _dropped.TryGetValue(row, out var fact);
            if (!gone)
                fact = _facts[row];
            // Where there can be no contradiction, before or after, nobody needs to look for one.
            if (!gone && fact.Strength != Strength.Strongest && !fact.Contested)
                continue;
            if (graph.Entities.Has(fact.Subject) && (fact.Object < 0 || graph.Entities.Has(fact.Object)))
                suspects.UnionWith(Contests.Rivals(graph, fact).Where(rival => graph.Facts[rival] is var other && (other.Strength == Strength.Strongest || other.Contested)));
        }
        return suspects;
    }

    private int Make(FactKey key)
    {
        var row = _facts.Add(FactRow.Of(key));
        _made[key] = row;
        foreach (var end in EndsOf(row))
            (_gained.TryGetValue(end, out var list) ? list : _gained[end] = []).Add(row);
        return row;
    }

    private int? Find(FactKey key)
    {
        if (_made.TryGetValue(key, out var made))
            return made;
        // An entity that the predecessor does not have has no facts there.
        if (!Has(key.Subject) || (key.Object >= 0 && !Has(key.Object)))
            return null;
        return before.FindFact(before.IdOf(key));
    }

    private bool Has(int entity) => entity < before.Entities.Length && before.Entities.Has(entity);

    private FactChange ChangeOf(int row) => _changes.TryGetValue(row, out var change) ? change : _changes[row] = new FactChange();

    private static int[] EndsOf(FactRow fact) => fact.Object >= 0 && fact.Object != fact.Subject ? [fact.Subject, fact.Object] : [fact.Subject];

    private static FactRow Supported(FactRow fact, int[] supports, Paged<StatementRow> statements, Func<int, string> idOf)
    {
        int[] strongestFirst = supports.Length == 1
            ? supports
            : [.. supports.OrderBy(row => statements[row].Strength.Rank).ThenBy(row => statements[row].Passages[0]).ThenBy(row => statements[row].Id, StringComparer.Ordinal)];
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
}
