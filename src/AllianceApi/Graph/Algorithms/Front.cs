namespace AllianceApi.Graph.Algorithms;

/// <summary>What one side of a search has reached, level by level.</summary>
internal sealed class Front : IDisposable
{
    private readonly Snapshot _graph;
    private readonly List<int> _rows = [];
    private readonly List<int> _starts = [0];

    public Front(Snapshot graph, int root)
    {
        _graph = graph;
        Add(root);
    }

    /// <summary>At how many hops each row was reached.</summary>
    public RowMap Levels { get; } = new();

    public int Depth => _starts.Count - 1;

    public bool Any => _starts[^1] < _rows.Count;

    /// <summary>How many relations the entities reached last have.</summary>
    public long Cost { get; private set; }

    /// <summary>The entities reached last.</summary>
    public LevelRows Newest => Level(Depth);

    public LevelRows Level(int depth) => new(_rows, _starts[depth], depth == Depth ? _rows.Count : _starts[depth + 1]);

    public void BeginLevel()
    {
        _starts.Add(_rows.Count);
        Cost = 0;
    }

    public void Add(int row)
    {
        Levels.TryAdd(row, Depth);
        _rows.Add(row);
        Cost += _graph.Entities[row].Relations.Length;
    }

    public void Dispose() => Levels.Dispose();
}

/// <summary>A stretch of a list, which may grow behind it meanwhile.</summary>
internal struct LevelRows(List<int> rows, int start, int end)
{
    private int _at = start - 1;

    public readonly int Count => end - start;

    public readonly int Current => rows[_at];

    public readonly LevelRows GetEnumerator() => this;

    public bool MoveNext() => ++_at < end;
}
