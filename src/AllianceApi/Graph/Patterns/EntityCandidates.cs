using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>The entities that have a member, by id.</summary>
internal sealed class EntityCandidates(Snapshot graph, Term term) : Candidates
{
    private readonly string _member = term.Name.Id;
    private readonly int[] _one = new int[1];
    private int[] _rows = [];
    private int _next;

    public override IEnumerable<int> Facts => [];

    public override string Key => graph.Entities[Subject.Entity].Id;

    public override void Begin(Value subject, Value name, Value target)
    {
        _next = 0;
        if (subject.IsBound)
            (_one[0], _rows) = (subject.Entity, subject.Entity < 0 ? [] : _one);
        else if (target.IsBound)
            _rows = target.Text is { } text ? PatternIndex.Entities(graph, _member, text) : [];
        else if (term.Object.Test?.OneOf is { } choices && LiteralNames.Choices(_member).Count > 0)
            _rows = IdOrder.SortEntities(graph, [.. choices.Distinct().SelectMany(choice => PatternIndex.Entities(graph, _member, choice))]);
        else
            _rows = PatternIndex.Entities(graph, _member);
    }

    public override bool MoveNext()
    {
        while (_next < _rows.Length)
        {
            var row = _rows[_next++];
            if (LiteralNames.Read(graph.Entities[row], _member) is not { } text)
                continue;
            (Subject, Object) = (Value.Of(row), Value.Of(text));
            return true;
        }
        return false;
    }

    public override void SkipTo(string key) =>
        _next += LowerBound(_rows.AsSpan(_next), row => string.CompareOrdinal(graph.Entities[row].Id, key));

    public override bool IsPast(string key) => string.CompareOrdinal(Key, key) > 0;
}
