using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AllianceApi.Graph.Search;

/// <summary>
/// Lists of records with an impact each, in blocks of 128: the distances from the block's first record, as wide as they need be, then the impacts.
/// A block knows its greatest impact, so that what cannot be among the best is passed over.
/// </summary>
internal sealed class PostingLists
{
    public const int BlockSize = 128;

    public required int[] Counts { get; init; }

    /// <summary>The first block of each list; one more at the end.</summary>
    public required int[] FirstBlocks { get; init; }

    /// <summary>The first record of each block.</summary>
    public required int[] BlockFirst { get; init; }

    public required int[] BlockAt { get; init; }

    public required byte[] BlockWidth { get; init; }

    public required byte[] BlockMax { get; init; }

    public required byte[] Data { get; init; }

    public int CountIn(int list, int block) => block + 1 < FirstBlocks[list + 1] ? BlockSize : Counts[list] - (BlockSize * (block - FirstBlocks[list]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RecordAt(int block, int index)
    {
        ref var data = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Data), BlockAt[block]);
        return BlockFirst[block] + BlockWidth[block] switch
        {
            1 => Unsafe.Add(ref data, index),
            2 => Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref data, 2 * index)),
            _ => Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref data, 4 * index)),
        };
    }

    public ReadOnlySpan<byte> ImpactsIn(int list, int block)
    {
        var count = CountIn(list, block);
        return Data.AsSpan(BlockAt[block] + (count * BlockWidth[block]), count);
    }

    public byte MaxOf(int list)
    {
        byte max = 0;
        for (var block = FirstBlocks[list]; block < FirstBlocks[list + 1]; block++)
            max = Math.Max(max, BlockMax[block]);
        return max;
    }
}

/// <summary>Walks through one list, forwards only.</summary>
internal struct PostingCursor
{
    public const int End = int.MaxValue;

    private readonly PostingLists _lists;
    private readonly int _list;
    private readonly int _endBlock;
    private int _block;
    private int _index;
    private int _count;

    public PostingCursor(PostingLists lists, int list)
    {
        (_lists, _list) = (lists, list);
        (_block, _endBlock) = (lists.FirstBlocks[list], lists.FirstBlocks[list + 1]);
        Record = _block < _endBlock ? lists.BlockFirst[_block] : End;
        _count = _block < _endBlock ? lists.CountIn(list, _block) : 0;
    }

    /// <summary>Where it stands; <see cref="End"/> behind the last.</summary>
    public int Record { get; private set; }

    public readonly byte Impact => _lists.Data[_lists.BlockAt[_block] + (_count * _lists.BlockWidth[_block]) + _index];

    /// <summary>Goes on to the first record that is not before <paramref name="target"/>.</summary>
    public int Advance(int target)
    {
        if (Record >= target)
            return Record;
        var first = _lists.BlockFirst;
        if (_block + 1 < _endBlock && first[_block + 1] <= target)
        {
            // Doubling steps, then halving: near targets are the rule.
            var step = 1;
            while (_block + 1 + step < _endBlock && first[_block + 1 + step] <= target)
                step *= 2;
            var (low, high) = (_block + 1, Math.Min(_block + 1 + step, _endBlock));
            while (high - low > 1)
            {
                var middle = (low + high) >>> 1;
                if (first[middle] <= target)
                    low = middle;
                else
                    high = middle;
            }
            Enter(low);
        }
        // What is wanted next is mostly near, here too.
        var (from, to) = (_index, _index + 1);
        for (var step = 1; to < _count && _lists.RecordAt(_block, to) < target; step *= 2)
            (from, to) = (to + 1, to + step);
        to = Math.Min(to, _count);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (_lists.RecordAt(_block, middle) < target)
                from = middle + 1;
            else
                to = middle;
        }
        if (from < _count)
            (_index, Record) = (from, _lists.RecordAt(_block, from));
        else if (_block + 1 < _endBlock)
            Enter(_block + 1);
        else
            Record = End;
        return Record;
    }

    private void Enter(int block)
    {
        (_block, _index) = (block, 0);
        _count = _lists.CountIn(_list, block);
        Record = _lists.BlockFirst[block];
    }
}
