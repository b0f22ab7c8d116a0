using System.Collections;

namespace AllianceApi.Graph;

/// <summary>What stands in the slots of pages.</summary>
internal interface IRow<T>
    where T : IRow<T>
{
    /// <summary>Whether a slot holds a row; what is deleted leaves it empty.</summary>
    static abstract bool IsThere(in T row);
}

/// <summary>
/// Rows by number, immutable, in pages: a successor copies the pages that change and shares the others. What was deleted leaves an empty slot.
/// </summary>
internal sealed class Paged<T> : IEnumerable<T>
    where T : IRow<T>
{
    public static readonly Paged<T> Empty = new([], 0, 0);

    private const int Bits = 8;
    private const int Size = 1 << Bits;
    private const int Mask = Size - 1;

    private readonly T?[][] _pages;

    private Paged(T?[][] pages, int length, int count)
    {
        _pages = pages;
        Length = length;
        Count = count;
    }

    /// <summary>How many slots there are, empty ones included.</summary>
    public int Length { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The numbers of the rows that are there.</summary>
    public IEnumerable<int> Rows
    {
        get
        {
            for (var row = 0; row < Length; row++)
            {
                if (Has(row))
                    yield return row;
            }
        }
    }

    public ref readonly T this[int row] => ref _pages[row >> Bits][row & Mask]!;

    /// <summary>Whether there is a row of a number that is below the length.</summary>
    public bool Has(int row) => T.IsThere(_pages[row >> Bits][row & Mask]!);

    /// <summary>Rows that are all there.</summary>
    public static Paged<T> Of(T[] rows) => new([.. rows.Chunk(Size).Select(Page)], rows.Length, rows.Length);

    public Editor Edit() => new(this);

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var row in Rows)
            yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static T?[] Page(T[] rows)
    {
        if (rows.Length < Size)
            Array.Resize(ref rows, Size);
        return rows;
    }

    /// <summary>Rows while they change; the rows that it began with stay as they were.</summary>
    public sealed class Editor(Paged<T> before)
    {
        private readonly HashSet<int> _own = [];
        private T?[][] _pages = [.. before._pages];

        public int Length { get; private set; } = before.Length;

        public int Count { get; private set; } = before.Count;

        public T this[int row]
        {
            get => _pages[row >> Bits][row & Mask]!;
            set => Page(row)[row & Mask] = value;
        }

        /// <summary>Adds a row at the end and gives its number.</summary>
        public int Add(T value)
        {
            if (Length >> Bits == _pages.Length)
                Array.Resize(ref _pages, Math.Max(4, _pages.Length * 2));
            var row = Length++;
            Count++;
            Page(row)[row & Mask] = value;
            return row;
        }

        public void Remove(int row)
        {
            Page(row)[row & Mask] = default;
            Count--;
        }

        public Paged<T> Done() => new(_pages[..((Length + Mask) >> Bits)], Length, Count);

        private T?[] Page(int row)
        {
            var page = row >> Bits;
            if (_own.Add(page))
                _pages[page] = _pages[page] is { } shared ? (T?[])shared.Clone() : new T?[Size];
            return _pages[page];
        }
    }
}
