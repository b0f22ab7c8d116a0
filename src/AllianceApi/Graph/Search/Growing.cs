namespace AllianceApi.Graph.Search;

/// <summary>An array that grows, whose items can be reached without a copy.</summary>
internal struct Growing<T>
{
    private T[] _items;

    public Growing(int capacity) => _items = new T[capacity];

    public int Count { get; private set; }

    public readonly Span<T> Items => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Math.Max(16, Count + (Count / 2)));
        _items[Count++] = item;
    }

    public void Clear() => Count = 0;
}
