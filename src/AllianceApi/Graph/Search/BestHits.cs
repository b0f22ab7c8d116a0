namespace AllianceApi.Graph.Search;

/// <summary>Keeps the best hits, one more than are asked for, so that it is known whether there are others.</summary>
internal sealed class BestHits(int limit, Hit? after)
{
    private readonly Hit[] _heap = new Hit[limit + 1];
    private int _count;

    /// <summary>What a score must reach to be among the best.</summary>
    public long Least => (_count == _heap.Length ? _heap[0].Score : 0) + (OfOneSegment ? 1 : 0);

    /// <summary>Whether all that is kept is of the segment that is being read: a hit of equal score then comes too late.</summary>
    public bool OfOneSegment { get; set; } = true;

    public void Offer(long score, Segment segment, int record)
    {
        if (score < Least)
            return;
        var hit = new Hit(score, segment.IsStatement(record), segment.Ids[record]);
        if (after is { } place && !place.IsBefore(hit))
            return;
        if (_count < _heap.Length)
            Up(hit);
        else if (hit.IsBefore(_heap[0]))
            Down(hit);
    }

    public (ArraySegment<Hit> Hits, bool More) Done()
    {
        _heap.AsSpan(0, _count).Sort((left, right) => left == right ? 0 : left.IsBefore(right) ? -1 : 1);
        return (new(_heap, 0, Math.Min(_count, limit)), _count > limit);
    }

    private void Up(Hit hit)
    {
        var at = _count++;
        for (; at > 0 && _heap[(at - 1) / 2].IsBefore(hit); at = (at - 1) / 2)
            _heap[at] = _heap[(at - 1) / 2];
        _heap[at] = hit;
    }

    private void Down(Hit hit)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _heap[child].IsBefore(_heap[child + 1]))
                child++;
            if (!hit.IsBefore(_heap[child]))
                break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = hit;
    }
}
