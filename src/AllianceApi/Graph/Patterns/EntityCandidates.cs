using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>The entities that have a member, by id.</summary>
internal sealed class EntityCandidates(Snapshot graph, Term term) : Candidates
{
    private readonly string _member = term.Name.Id;
    private readonly int[] _one = new int[1];
    private RowCursor _rows;

    public override void AddFacts(List<int> into)
    {
        // A member is no fact.
    }

    public override string Key => graph.Entities[Subject.Entity].Id;

    public override void Begin(Value subject, Value name, Value target)
    {
        if (subject.IsBound)
            _rows = Only(subject.Entity);
        else if (target.IsBound)
            _rows = new RowCursor(target.Text is { } text ? PatternIndex.Entities(graph, _member, text) : RowRange.None);
        else if (term.Object.Test?.OneOf is { } choices && LiteralNames.Choices(_member).Count > 0)
            _rows = new RowCursor(IdOrder.SortEntities(graph, [.. choices.Distinct().SelectMany(choice => PatternIndex.Entities(graph, _member, choice))]));
        else
            _rows = new RowCursor(PatternIndex.Entities(graph, _member));
    }

    public override bool MoveNext()
    {
        while (_rows.TryNext(out var row))
        {
            if (LiteralNames.Read(graph.Entities[row], _member) is not { } text)
                continue;
            (Subject, Object) = (Value.Of(row), Value.Of(text));
            return true;
        }
        return false;
    }

    public override void SkipTo(string key) =>
        _rows.SkipTo(row => string.CompareOrdinal(graph.Entities[row].Id, key));

    public override bool IsPast(string key) => string.CompareOrdinal(Key, key) > 0;

    private RowCursor Only(int entity)
    {
        if (entity < 0)
            return new RowCursor(RowRange.None);
        _one[0] = entity;
        return new RowCursor(_one);
    }
}
