using System.Collections.Immutable;
using System.Numerics;

namespace AllianceApi.Graph.Search;

/// <summary>A segment and what of it is no more, immutable: deleting copies a small chunk of bits and shares the rest.</summary>
internal sealed class LiveSegment
{
    private const int ChunkBits = 12;
    private const int ChunkWords = (1 << ChunkBits) / 64;

    private readonly ulong[]?[] _deleted;

    /// <summary>How many deleted records were in each list, so that frequencies are those of what is there.</summary>
    private readonly ImmutableDictionary<int, int> _lost;

    public LiveSegment(Segment segment)
        : this(segment, new ulong[]?[(segment.Count >> ChunkBits) + 1], ImmutableDictionary<int, int>.Empty, segment.Count)
    {
    }

    private LiveSegment(Segment segment, ulong[]?[] deleted, ImmutableDictionary<int, int> lost, int count) =>
        (Segment, _deleted, _lost, Count) = (segment, deleted, lost, count);

    public Segment Segment { get; }

    /// <summary>How many records are there.</summary>
    public int Count { get; }

    public bool HasDeletions => Count < Segment.Count;

    public bool IsDeleted(int record) =>
        _deleted[record >> ChunkBits] is { } chunk && (chunk[(record >> 6) & (ChunkWords - 1)] >> (record & 63) & 1) != 0;

    /// <summary>How many records that are there a list of normalised words has.</summary>
    public int CountIn(int list) => Segment.Lists.Counts[list] - (_lost.TryGetValue(list, out var lost) ? lost : 0);

    /// <summary>The number of a record that is there; -1 where it is not.</summary>
    public int Find(bool isStatement, string id) => Segment.Find(isStatement, id) is var record and >= 0 && !IsDeleted(record) ? record : -1;

    public LiveSegment Without(int record)
    {
        var deleted = (ulong[]?[])_deleted.Clone();
        var chunk = deleted[record >> ChunkBits] is { } shared ? (ulong[])shared.Clone() : new ulong[ChunkWords];
        chunk[(record >> 6) & (ChunkWords - 1)] |= 1UL << (record & 63);
        deleted[record >> ChunkBits] = chunk;
        var lost = _lost.ToBuilder();
        foreach (var list in Segment.Order.ListsOf(record))
            lost[list] = lost.GetValueOrDefault(list) + 1;
        return new LiveSegment(Segment, deleted, lost.ToImmutable(), Count - 1);
    }

    /// <summary>In which power of eight its size lies: segments of one are made into one of the next.</summary>
    public int Level => BitOperations.Log2((uint)Math.Max(1, Segment.Count)) / 3;
}
