using System.Buffers;
using System.Runtime.InteropServices;

namespace AllianceApi.Graph.Search;

/// <summary>Puts lists together, one behind the other.</summary>
internal sealed class PostingWriter
{
    private readonly List<int> _counts = [];
    private readonly List<int> _firstBlocks = [];
    private readonly List<int> _blockFirst = [];
    private readonly List<int> _blockAt = [];
    private readonly List<byte> _blockWidth = [];
    private readonly List<byte> _blockMax = [];
    private readonly ArrayBufferWriter<byte> _data = new(1024);

    /// <summary>Adds a list of records, ascending, and gives its number.</summary>
    public int Add(ReadOnlySpan<int> records, ReadOnlySpan<byte> impacts)
    {
        _counts.Add(records.Length);
        _firstBlocks.Add(_blockFirst.Count);
        for (var start = 0; start < records.Length; start += PostingLists.BlockSize)
        {
            var count = Math.Min(PostingLists.BlockSize, records.Length - start);
            AddBlock(records.Slice(start, count), impacts.Slice(start, count));
        }
        return _counts.Count - 1;
    }

    public PostingLists Done() => new()
    {
        Counts = [.. _counts],
        FirstBlocks = [.. _firstBlocks, _blockFirst.Count],
        BlockFirst = [.. _blockFirst],
        BlockAt = [.. _blockAt],
        BlockWidth = [.. _blockWidth],
        BlockMax = [.. _blockMax],
        Data = _data.WrittenSpan.ToArray(),
    };

    /// <summary>One list alone.</summary>
    public static PostingLists Of(ReadOnlySpan<int> records, ReadOnlySpan<byte> impacts)
    {
        var writer = new PostingWriter();
        writer.Add(records, impacts);
        return writer.Done();
    }

    private void AddBlock(ReadOnlySpan<int> records, ReadOnlySpan<byte> impacts)
    {
        var first = records[0];
        var width = (records[^1] - first) switch { < 256 => 1, < 65_536 => 2, _ => 4 };
        _blockFirst.Add(first);
        _blockAt.Add(_data.WrittenCount);
        _blockWidth.Add((byte)width);
        byte max = 0;
        foreach (var impact in impacts)
            max = Math.Max(max, impact);
        _blockMax.Add(max);

        var size = records.Length * (width + 1);
        var room = _data.GetSpan(size);
        for (var i = 0; i < records.Length; i++)
        {
            var distance = records[i] - first;
            if (width == 1)
                room[i] = (byte)distance;
            else if (width == 2)
                MemoryMarshal.Write(room[(2 * i)..], (ushort)distance);
            else
                MemoryMarshal.Write(room[(4 * i)..], distance);
        }
        impacts.CopyTo(room[(records.Length * width)..]);
        _data.Advance(size);
    }
}
