using AllianceApi.Graph.Algorithms;
using AllianceApi.Shapes;

namespace AllianceApi.Graph.Patterns;

/// <summary>
/// The pairs of entities that a chain of relations under a transitive predicate joins, by the ids of both ends. A chain is of affirmed
/// relations, whatever else is asked: of denials nothing follows.
/// </summary>
internal sealed class ChainCandidates(Snapshot graph, Term term, Walk facts, Budget budget) : Candidates
{
    private readonly Walk _ahead = facts with { Predicates = [term.Name.Predicate!], Direction = GroupDirection.Out, Denied = false };
    private int[] _starts = [];
    private int _nextStart;
    private Value _target;
    private bool _backward;
    private Chain? _chain;
    private int _nextEnd;

    public override void AddFacts(List<int> into)
    {
        var steps = _chain!.Facts(_chain.Ends[_nextEnd - 1]);
        into.AddRange(_backward ? steps : steps.Reverse());
    }

    public override string Key => $"{graph.Entities[Subject.Entity].Id} {graph.Entities[Object.Entity].Id}";

    public override void Begin(Value subject, Value name, Value target)
    {
        _target = target;
        _backward = !subject.IsBound && target.IsBound;
        (_chain, _nextStart, _nextEnd) = (null, 0, 0);
        _starts = (_backward ? target : subject) is { IsBound: true } bound ? (bound.Entity >= 0 ? [bound.Entity] : []) : Starts();
    }

    public override bool MoveNext()
    {
        while (true)
        {
            if (_chain is not null && _nextEnd < _chain.Ends.Length)
            {
                var (start, end) = (Value.Of(_chain.Start), Value.Of(_chain.Row(_chain.Ends[_nextEnd++])));
                (Subject, Object) = _backward ? (end, start) : (start, end);
                return true;
            }
            if (_nextStart == _starts.Length || budget.Spent)
                return false;
            _chain = new Chain(graph, _starts[_nextStart++], _backward ? _ahead.Turned() : _ahead, _backward ? -1 : _target.Entity, budget);
            _nextEnd = 0;
        }
    }

    public override void SkipTo(string key)
    {
        var ends = key.Split(' ', 2);
        if (_backward)
            _nextStart = 0;
        else
            _nextStart = LowerBound(_starts, row => string.CompareOrdinal(graph.Entities[row].Id, ends[0]));
    }

    public override bool IsPast(string key)
    {
        var ends = key.Split(' ', 2);
        var bySubject = string.CompareOrdinal(graph.Entities[Subject.Entity].Id, ends[0]);
        return bySubject > 0 || (bySubject == 0 && string.CompareOrdinal(graph.Entities[Object.Entity].Id, ends[^1]) > 0);
    }

    private int[] Starts()
    {
        var predicate = term.Name.Predicate!;
        var relations = graph.Under(predicate).Select(row => graph.Facts[row]);
        return IdOrder.SortEntities(graph, [.. relations.SelectMany(fact => predicate.Predicate.Symmetric ? [fact.Subject, fact.Object] : new[] { fact.Subject }).Distinct()]);
    }
}
