namespace AllianceApi.Graph.Search;

/// <summary>Walks through the records of a segment that have all that is wanted, block by block of the rarest word.</summary>
internal struct SegmentReader
{
    private readonly LiveSegment _live;
    private readonly SegmentFilter _filter;
    private readonly bool _isFiltered;
    private readonly PostingLists _lists;
    private readonly int _list;
    private readonly long _weight;
    private readonly (PostingCursor Cursor, long Weight)[] _others;
    private readonly PostingCursor[] _unwanted;
    private readonly long _boundOfOthers;
    private int _block;
    private int _index;
    private int _count;

    public SegmentReader(LiveSegment live, List<(ClauseList List, long Weight)> wanted, List<ClauseList> unwanted, SegmentFilter filter)
    {
        (_live, _filter, _isFiltered) = (live, filter, !filter.IsNone);
        // The same list twice counts twice, so the order of equals does not matter.
        wanted.Sort((left, right) => left.List.Lists.Counts[left.List.List].CompareTo(right.List.Lists.Counts[right.List.List]));
        (_lists, _list, _weight) = (wanted[0].List.Lists, wanted[0].List.List, wanted[0].Weight);
        _others = [.. wanted.Skip(1).Select(other => (new PostingCursor(other.List.Lists, other.List.List), other.Weight))];
        _boundOfOthers = wanted.Skip(1).Sum(other => other.Weight * other.List.Lists.MaxOf(other.List.List));
        _unwanted = [.. unwanted.Select(list => new PostingCursor(list.Lists, list.List))];
        _block = _lists.FirstBlocks[_list] - 1;
    }

    /// <summary>No match of this block has a greater score.</summary>
    public readonly long Bound => (_weight * _lists.BlockMax[_block]) + _boundOfOthers;

    /// <summary>Whether every record of its list is a match.</summary>
    public readonly bool IsPlain => _others.Length == 0 && _unwanted.Length == 0 && !_isFiltered && !_live.HasDeletions;

    /// <summary>How many records this block has, matches or not.</summary>
    public readonly int CountInBlock => _count;

    public int Record { get; private set; }

    public long Score { get; private set; }

    public bool NextBlock()
    {
        if (++_block >= _lists.FirstBlocks[_list + 1])
            return false;
        (_index, _count) = (-1, _lists.CountIn(_list, _block));
        return true;
    }

    /// <summary>Goes on to the next match in this block.</summary>
    public bool NextMatch()
    {
        while (++_index < _count)
        {
            Record = _lists.RecordAt(_block, _index);
            if (_live.HasDeletions && _live.IsDeleted(Record))
                continue;
            if (_isFiltered && !_filter.Passes(Record))
                continue;
            if (!HasOthers() || HasUnwanted())
                continue;
            Score = _weight * _lists.Data[_lists.BlockAt[_block] + (_count * _lists.BlockWidth[_block]) + _index];
            foreach (ref var other in _others.AsSpan())
                Score += other.Weight * other.Cursor.Impact;
            return true;
        }
        return false;
    }

    /// <summary>Goes on to the next record in this block that has a score at least, where every record is a match.</summary>
    public bool NextPlain(long least)
    {
        var lowest = (least + _weight - 1) / _weight;
        var left = _lists.ImpactsIn(_list, _block)[(_index + 1)..];
        var next = lowest > byte.MaxValue ? -1 : left.IndexOfAnyInRange((byte)lowest, byte.MaxValue);
        if (next < 0)
            return false;
        _index += next + 1;
        (Record, Score) = (_lists.RecordAt(_block, _index), _weight * left[next]);
        return true;
    }

    private readonly bool HasOthers()
    {
        foreach (ref var other in _others.AsSpan())
        {
            if (other.Cursor.Advance(Record) != Record)
                return false;
        }
        return true;
    }

    private readonly bool HasUnwanted()
    {
        foreach (ref var unwanted in _unwanted.AsSpan())
        {
            if (unwanted.Advance(Record) == Record)
                return true;
        }
        return false;
    }
}
