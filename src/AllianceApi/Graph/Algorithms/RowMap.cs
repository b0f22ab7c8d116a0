using System.Buffers;

namespace AllianceApi.Graph.Algorithms;

/// <summary>Numbers by row, in pooled arrays that grow with what is put in and not with the graph.</summary>
internal sealed class RowMap : IDisposable
{
    private const int Smallest = 256;

    /// <summary>A bit for each row that is in it, by hash: what most rows that are not are refused by.</summary>
    private readonly ulong[] _seen = new ulong[64];

    private int[] _keys = Zeroed(Smallest);
    private int[] _values = ArrayPool<int>.Shared.Rent(Smallest);
    private int _capacity = Smallest;

    public int Count { get; private set; }

    public bool Contains(int row) => MayHave(row) && _keys[SlotOf(row)] != 0;

    /// <summary>The number of a row; -1 where it has none.</summary>
    public int this[int row] => MayHave(row) && SlotOf(row) is var slot && _keys[slot] != 0 ? _values[slot] : -1;

    /// <returns>False where the row has a number already, which stays.</returns>
    public bool TryAdd(int row, int value)
    {
        var slot = SlotOf(row);
        if (_keys[slot] != 0)
            return false;
        if (Count >= _capacity / 2)
        {
            Grow();
            slot = SlotOf(row);
        }
        _keys[slot] = row + 1;
        _values[slot] = value;
        _seen[HashOf(row) >> 26] |= BitOf(row);
        Count++;
        return true;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_keys);
        ArrayPool<int>.Shared.Return(_values);
        (_keys, _values, _capacity) = ([], [], 0);
    }

    private static int[] Zeroed(int capacity)
    {
        var keys = ArrayPool<int>.Shared.Rent(capacity);
        Array.Clear(keys, 0, capacity);
        return keys;
    }

    /// <summary>Fibonacci hashing: neighbouring rows do not crowd each other.</summary>
    private static uint HashOf(int row) => (uint)row * 2654435769u;

    private static ulong BitOf(int row) => 1UL << (int)(HashOf(row) >> 20);

    private bool MayHave(int row) => (_seen[HashOf(row) >> 26] & BitOf(row)) != 0;

    private int SlotOf(int row)
    {
        var slot = (int)(HashOf(row) >> 7) & (_capacity - 1);
        while (_keys[slot] != 0 && _keys[slot] != row + 1)
            slot = (slot + 1) & (_capacity - 1);
        return slot;
    }

    private void Grow()
    {
        var (keys, values, capacity) = (_keys, _values, _capacity);
        _capacity *= 4;
        _keys = Zeroed(_capacity);
        _values = ArrayPool<int>.Shared.Rent(_capacity);
        for (var i = 0; i < capacity; i++)
        {
            if (keys[i] == 0)
                continue;
            var slot = SlotOf(keys[i] - 1);
            (_keys[slot], _values[slot]) = (keys[i], values[i]);
        }
        ArrayPool<int>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(values);
    }
}
