using AllianceApi.Graph.Algorithms;
using AllianceApi.Shapes;

namespace AllianceApi.Graph.Patterns;

/// <summary>The facts that may make a term true, by id; one of a symmetric predicate counts once each way.</summary>
internal sealed class FactCandidates(Snapshot graph, Term term) : Candidates
{
    /// <summary>Behind the id of a symmetric relation that is read from its object.</summary>
    private const char Turned = '~';

    private int[] _rows = [];
    private int _next;
    private int _end;
    private int _row;
    private bool _turned;
    private bool _turnNext;

    public override int Fact => _row;

    public override IEnumerable<int> Facts => [_row];

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
            Take(AnyName(subject, target));
    }

    public override bool MoveNext()
    {
        if (_turnNext)
        {
            (_turnNext, _turned) = (false, true);
            (Subject, Object) = (Object, Subject);
            return true;
        }
        if (_next == _end)
            return false;
        _row = _rows[_next++];
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
        _next += LowerBound(_rows.AsSpan(_next, _end - _next), row => string.CompareOrdinal(graph.IdOf(graph.Facts[row]), key.TrimEnd(Turned)));
        if (!key.EndsWith(Turned) || _next == _end || graph.IdOf(graph.Facts[_rows[_next]]) != key.TrimEnd(Turned))
            return;
        MoveNext();
    }

    public override bool IsPast(string key) => string.CompareOrdinal(graph.IdOf(graph.Facts[_row]), key.TrimEnd(Turned)) is var difference && difference != 0
        ? difference > 0
        : _turned && !key.EndsWith(Turned);

    private void BeginRelation(PredicateRow predicate, Value subject, Value target)
    {
        Take([]);
        if (subject.Entity >= 0)
            TakeGroup(subject.Entity, predicate, GroupDirection.Out);
        if (target.Entity >= 0 && (subject.Entity < 0 || graph.Entities[target.Entity].Relations.Length < graph.Entities[subject.Entity].Relations.Length))
            TakeIncoming(target.Entity, predicate);
        if (subject.Entity < 0 && target.Entity < 0 && subject.Text is null && target.Text is null)
            Take(PatternIndex.Facts(graph, predicate.Id));
    }

    private void BeginAttribute(string name, Value subject, Value target)
    {
        if (subject.Entity >= 0)
            Take(IdOrder.SortFacts(graph, [.. graph.Entities[subject.Entity].Attributes.Where(row => graph.Facts[row].Name == name)]));
        else if (target.Text is { } text)
            Take(PatternIndex.Attributes(graph, name, text));
        else
            Take(target.IsBound ? [] : PatternIndex.Facts(graph, name));
    }

    private int[] AnyName(Value subject, Value target)
    {
        if (subject.Entity >= 0)
        {
            var entity = graph.Entities[subject.Entity];
            return IdOrder.SortFacts(graph, [.. entity.Attributes, .. In(entity, group => group.Direction != GroupDirection.In)]);
        }
        if (target.Entity >= 0)
            return IdOrder.SortFacts(graph, [.. In(graph.Entities[target.Entity], group => group.Direction != GroupDirection.Out), .. LoopsOf(target.Entity, predicate: null)]);
        return target.Text is { } text
            ? IdOrder.SortFacts(graph, [.. LiteralNames.Attributes.SelectMany(name => PatternIndex.Attributes(graph, name, text))])
            : PatternIndex.Facts(graph);
    }

    private static IEnumerable<int> In(EntityRow entity, Func<Group, bool> isMeant) =>
        entity.Groups.Where(isMeant).SelectMany(group => entity.Relations.Skip(group.Start).Take(group.Count));

    private void TakeIncoming(int entity, PredicateRow predicate)
    {
        Take([]);
        TakeGroup(entity, predicate, GroupDirection.In);
        if (PatternIndex.Loops(graph).Contains(entity))
            Take(IdOrder.SortFacts(graph, [.. _rows[_next.._end].Concat(LoopsOf(entity, predicate)).Distinct()]));
    }

    private IEnumerable<int> LoopsOf(int entity, PredicateRow? predicate) => PatternIndex.Loops(graph).Contains(entity)
        ? In(graph.Entities[entity], group => group.Direction == GroupDirection.Out && (predicate is null || group.Predicate == predicate))
            .Where(row => graph.Facts[row].Object == entity)
        : [];

    private void TakeGroup(int entity, PredicateRow predicate, GroupDirection direction)
    {
        foreach (ref readonly var group in graph.Entities[entity].Groups.AsSpan())
        {
            if (group.Predicate == predicate && (group.Direction == direction || group.Direction == GroupDirection.Both))
                (_rows, _next, _end) = (graph.Entities[entity].Relations, group.Start, group.Start + group.Count);
        }
    }

    private void Take(int[] rows) => (_rows, _next, _end) = (rows, 0, rows.Length);
}
