namespace AllianceApi.Graph;

/// <summary>Numbers of rows in some order, immutable, in chunks: taking out or putting in one copies a chunk and shares the others.</summary>
internal sealed class SortedRows
{
    private const int ChunkSize = 1024;

    private readonly int[][] _chunks;
    private readonly int[] _starts;

    private SortedRows(int[][] chunks)
    {
        _chunks = chunks;
        _starts = new int[chunks.Length];
        for (var chunk = 0; chunk < chunks.Length; chunk++)
        {
            _starts[chunk] = Length;
            Length += chunks[chunk].Length;
        }
    }

    public int Length { get; }

    public int this[int index]
    {
        get
        {
            var chunk = ChunkOf(index);
            return _chunks[chunk][index - _starts[chunk]];
        }
    }

    /// <summary>Rows that are in order already.</summary>
    public static SortedRows Of(int[] sorted) => new([.. sorted.Chunk(ChunkSize)]);

    /// <summary>The rows from an index on.</summary>
    public IEnumerable<int> From(int index)
    {
        for (var chunk = index < Length ? ChunkOf(index) : _chunks.Length; chunk < _chunks.Length; chunk++)
        {
            for (var i = Math.Max(0, index - _starts[chunk]); i < _chunks[chunk].Length; i++)
                yield return _chunks[chunk][i];
        }
    }

    /// <summary>The rows from an index on that lie together with it.</summary>
    public ArraySegment<int> Together(int index)
    {
        var chunk = ChunkOf(index);
        return new ArraySegment<int>(_chunks[chunk])[(index - _starts[chunk])..];
    }

    /// <summary>The index of the first row that is not before a place, by a comparison that says how a row stands to it.</summary>
    public int Find(Func<int, int> compare)
    {
        var (low, high) = (0, Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(this[middle]) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    public SortedRows Without(int index)
    {
        var chunk = ChunkOf(index);
        var at = index - _starts[chunk];
        int[] rest = [.. _chunks[chunk][..at], .. _chunks[chunk][(at + 1)..]];
        return Replaced(chunk, rest.Length == 0 ? [] : [rest]);
    }

    public SortedRows With(int index, int row)
    {
        if (_chunks.Length == 0)
            return new([[row]]);
        var chunk = index == Length ? _chunks.Length - 1 : ChunkOf(index);
        var at = index - _starts[chunk];
        int[] more = [.. _chunks[chunk][..at], row, .. _chunks[chunk][at..]];
        return Replaced(chunk, more.Length < 2 * ChunkSize ? [more] : [more[..ChunkSize], more[ChunkSize..]]);
    }

    private SortedRows Replaced(int chunk, int[][] by) => new([.. _chunks[..chunk], .. by, .. _chunks[(chunk + 1)..]]);

    private int ChunkOf(int index)
    {
        var found = Array.BinarySearch(_starts, index);
        return found >= 0 ? found : ~found - 1;
    }
}
