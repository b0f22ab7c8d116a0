namespace AllianceApi.Graph.Algorithms;

/// <summary>
/// The relations that lead on from an entity, by fact id over all its groups: each group is sorted already, so they are merged as far as somebody reads. One of these serves a whole traversal.
/// </summary>
internal sealed class OrderedSteps(Snapshot graph, Walk walk)
{
    private EntityRow _entity = null!;
    private (int Next, int End)[] _heap = new (int, int)[32];
    private int _count;

    public Step Current { get; private set; }

    public void Begin(int entity)
    {
        (_entity, _count) = (graph.Entities[entity], 0);
        foreach (ref readonly var group in _entity.Groups.AsSpan())
        {
            if (!walk.Follows(group))
                continue;
            if (_count == _heap.Length)
                Array.Resize(ref _heap, _count * 2);
            _heap[_count++] = (group.Start, group.Start + group.Count);
        }
        for (var i = (_count / 2) - 1; i >= 0; i--)
            Sink(i);
    }

    public bool MoveNext()
    {
        while (_count > 0)
        {
            var place = _heap[0].Next;
            if (++_heap[0].Next == _heap[0].End)
                _heap[0] = _heap[--_count];
            Sink(0);
            if (!walk.Follows(graph, _entity, place))
                continue;
            Current = new Step(_entity, place);
            return true;
        }
        return false;
    }

    private void Sink(int at)
    {
        while ((2 * at) + 1 < _count)
        {
            var least = (2 * at) + 1;
            if (least + 1 < _count && IsBefore(least + 1, least))
                least++;
            if (!IsBefore(least, at))
                return;
            (_heap[at], _heap[least]) = (_heap[least], _heap[at]);
            at = least;
        }
    }

    private bool IsBefore(int left, int right) =>
        IdOrder.Facts(graph, _entity.Relations[_heap[left].Next], _entity.Relations[_heap[right].Next]) < 0;
}
