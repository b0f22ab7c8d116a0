using AllianceApi.Graph.Algorithms;
using AllianceApi.Shapes;

namespace AllianceApi.Graph.Patterns;

/// <summary>The facts that may make a term true, by id; one of a symmetric predicate counts once each way.</summary>
internal sealed class FactCandidates(Snapshot graph, Term term) : Candidates
{
    /// <summary>Behind the id of a symmetric relation that is read from its object.</summary>
    private const char Turned = '~';

    /// <summary>Asked for with each row before, so it is not looked up each time.</summary>
    private KeyedRows? _loops;

    private RowCursor _rows;
    private int _row;
    private bool _turned;
    private bool _turnNext;

    public override int Fact => _row;

    public override void AddFacts(List<int> into) => into.Add(_row);

    public override string Key => _turned ? graph.IdOf(graph.Facts[_row]) + Turned : graph.IdOf(graph.Facts[_row]);

    public override void Begin(Value subject, Value name, Value target)
    {
        _turnNext = false;
        var (predicate, attribute) = term.Name.Type switch
        {
            NameType.Relation => (term.Name.Predicate, null),
            NameType.Attribute => (null, term.Name.Id),
            _ => name.Text is { } bound ? (graph.Schema.Find(bound), bound) : (null, null),
        };
        if (predicate is not null)
            BeginRelation(predicate, subject, target);
        else if (attribute is not null)
            BeginAttribute(attribute, subject, target);
        else
            TakeAny(subject, target);
    }

    public override bool MoveNext()
    {
        if (_turnNext)
        {
            (_turnNext, _turned) = (false, true);
            (Subject, Object) = (Object, Subject);
            return true;
        }
        if (!_rows.TryNext(out _row))
            return false;
        _turned = false;
        var fact = graph.Facts[_row];
        Subject = Value.Of(fact.Subject);
        Object = fact.Literal is { } literal ? Value.Of(literal.Value) : Value.Of(fact.Object);
        Name = Value.Of(fact.Name);
        _turnNext = fact.Predicate is { Predicate.Symmetric: true } && fact.Subject != fact.Object;
        return true;
    }

    public override void SkipTo(string key)
    {
        _rows.SkipTo(row => string.CompareOrdinal(graph.IdOf(graph.Facts[row]), key.TrimEnd(Turned)));
        if (key.EndsWith(Turned) && _rows.TryPeek(out var next) && graph.IdOf(graph.Facts[next]) == key.TrimEnd(Turned))
            MoveNext();
    }

    public override bool IsPast(string key) => string.CompareOrdinal(graph.IdOf(graph.Facts[_row]), key.TrimEnd(Turned)) is var difference && difference != 0
        ? difference > 0
        : _turned && !key.EndsWith(Turned);

    private void BeginRelation(PredicateRow predicate, Value subject, Value target)
    {
        Take(RowRange.None);
        if (subject.Entity >= 0)
            TakeGroup(subject.Entity, predicate, GroupDirection.Out);
        if (target.Entity >= 0 && (subject.Entity < 0 || graph.Entities[target.Entity].Relations.Length < graph.Entities[subject.Entity].Relations.Length))
            TakeIncoming(target.Entity, predicate);
        if (subject.Entity < 0 && target.Entity < 0 && subject.Text is null && target.Text is null)
            Take(graph.Under(predicate));
    }

    private void BeginAttribute(string name, Value subject, Value target)
    {
        if (subject.Entity >= 0)
            Take(IdOrder.SortFacts(graph, [.. graph.Entities[subject.Entity].Attributes.Where(row => graph.Facts[row].Name == name)]));
        else if (target.Text is { } text)
            Take(PatternIndex.Attributes(graph, name, text));
        else
            Take(target.IsBound ? RowRange.None : graph.FactsNamed(name));
    }

    private void TakeAny(Value subject, Value target)
    {
        if (subject.Entity >= 0)
            Take(IdOrder.SortFacts(graph, [.. graph.Entities[subject.Entity].Attributes, .. In(graph.Entities[subject.Entity], group => group.Direction != GroupDirection.In)]));
        else if (target.Entity >= 0)
            Take(IdOrder.SortFacts(graph, [.. In(graph.Entities[target.Entity], group => group.Direction != GroupDirection.Out), .. LoopsOf(target.Entity, predicate: null)]));
        else if (target.Text is { } text)
            Take(IdOrder.SortFacts(graph, [.. LiteralNames.Attributes.SelectMany(name => PatternIndex.Attributes(graph, name, text))]));
        else
            Take(PatternIndex.Facts(graph));
    }

    private static IEnumerable<int> In(EntityRow entity, Func<Group, bool> isMeant) =>
        entity.Groups.Where(isMeant).SelectMany(group => entity.Relations.Skip(group.Start).Take(group.Count));

    private void TakeIncoming(int entity, PredicateRow predicate)
    {
        var incoming = TakeGroup(entity, predicate, GroupDirection.In);
        _loops ??= PatternIndex.Loops(graph);
        if (_loops.All.Length > 0 && _loops.With(graph.Entities[entity].Id).Length > 0)
            Take(IdOrder.SortFacts(graph, [.. incoming.Concat(LoopsOf(entity, predicate)).Distinct()]));
    }

    private IEnumerable<int> LoopsOf(int entity, PredicateRow? predicate) =>
        PatternIndex.Loops(graph, entity).Where(row => graph.Facts[row].Predicate is { Predicate.Symmetric: false } own && (predicate is null || own == predicate));

    private ArraySegment<int> TakeGroup(int entity, PredicateRow predicate, GroupDirection direction)
    {
        var rows = ArraySegment<int>.Empty;
        foreach (ref readonly var group in graph.Entities[entity].Groups.AsSpan())
        {
            if (group.Predicate == predicate && (group.Direction == direction || group.Direction == GroupDirection.Both))
                rows = new(graph.Entities[entity].Relations, group.Start, group.Count);
        }
        _rows = new RowCursor(rows);
        return rows;
    }

    private void Take(int[] rows) => _rows = new RowCursor(rows);

    private void Take(RowRange rows) => _rows = new RowCursor(rows);
}
