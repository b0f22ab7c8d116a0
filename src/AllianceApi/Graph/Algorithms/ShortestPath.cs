namespace AllianceApi.Graph.Algorithms;

/// <summary>
/// The shortest path between two entities, searched from both ends at once; of several as short, the one whose ids come first along it.
/// </summary>
internal sealed class ShortestPath(Snapshot graph, Walk walk, Budget budget)
{
    private readonly Walk _back = walk.Turned();

    /// <summary>Entities that no path may touch.</summary>
    public HashSet<int> Without { get; } = [];

    /// <summary>Entities that the first hop may not lead to.</summary>
    public HashSet<int> NotFirst { get; } = [];

    /// <returns>The entities along the path, both ends among them; null where there is none, or the budget is spent.</returns>
    public int[]? Find(int from, int to, int maxHops)
    {
        if (from == to)
            return [from];
        using var ahead = new Front(from);
        using var behind = new Front(to);
        var met = false;
        while (!met && ahead.Depth + behind.Depth < maxHops && ahead.Any && behind.Any)
        {
            met = ahead.Cost(graph) <= behind.Cost(graph)
                ? Advance(ahead, behind, walk, to, (here, end) => here == from && NotFirst.Contains(end))
                : Advance(behind, ahead, _back, from, (here, end) => end == from && NotFirst.Contains(here));
        }
        return met && !budget.Spent ? Trace(ahead, behind, from) : null;
    }

    /// <returns>Whether the two fronts met.</returns>
    private bool Advance(Front own, Front other, Walk way, int goal, Func<int, int, bool> isBarred)
    {
        var met = false;
        own.BeginLevel();
        foreach (var here in own.Last)
        {
            foreach (var step in way.From(graph, here))
            {
                if (!budget.Step())
                    return false;
                var end = step.End;
                if (own.Levels.Contains(end) || Without.Contains(end) || isBarred(here, end) || (end != goal && !way.Enters(graph.Entities[end])))
                    continue;
                own.Add(end);
                met |= other.Levels.Contains(end);
            }
        }
        return met;
    }

    /// <summary>Goes back from where the fronts met to mark what lies on a shortest path, then forward along the least ids.</summary>
    private int[]? Trace(Front ahead, Front behind, int from)
    {
        using var onPath = new RowMap();
        var level = new List<int>();
        foreach (var row in ahead.Newest)
        {
            if (behind.Levels.Contains(row) && onPath.TryAdd(row, ahead.Depth))
                level.Add(row);
        }
        for (var depth = ahead.Depth - 1; depth > 0; depth--)
            level = Mark(ahead, onPath, level, depth);

        var length = ahead.Depth + behind.Depth;
        var path = new int[length + 1];
        path[0] = from;
        for (var hop = 1; hop <= length; hop++)
        {
            var next = -1;
            foreach (var step in walk.From(graph, path[hop - 1]))
            {
                if (!budget.Step())
                    return null;
                var fits = hop <= ahead.Depth ? onPath[step.End] == hop : behind.Levels[step.End] == length - hop;
                if (fits && !(hop == 1 && NotFirst.Contains(step.End)) && (next < 0 || IdOrder.Entities(graph, step.End, next) < 0))
                    next = step.End;
            }
            path[hop] = next;
        }
        return path;
    }

    private List<int> Mark(Front ahead, RowMap onPath, List<int> level, int depth)
    {
        var before = new List<int>();
        foreach (var row in level)
        {
            foreach (var step in _back.From(graph, row))
            {
                if (!budget.Step())
                    return before;
                if (ahead.Levels[step.End] == depth && onPath.TryAdd(step.End, depth))
                    before.Add(step.End);
            }
        }
        return before;
    }

    /// <summary>What one side has reached: whole levels, the last of which goes on.</summary>
    private sealed class Front : IDisposable
    {
        private readonly List<int> _rows = [];
        private int _start;
        private int _before;
        private long _cost = -1;

        public Front(int root)
        {
            Levels.TryAdd(root, 0);
            _rows.Add(root);
        }

        /// <summary>At how many hops each row was reached.</summary>
        public RowMap Levels { get; } = new();

        public int Depth { get; private set; }

        public bool Any => _start < _rows.Count;

        /// <summary>The level that is going on, while the next is made.</summary>
        public LevelRows Last => new(_rows, _before, _start);

        /// <summary>The level made last.</summary>
        public LevelRows Newest => new(_rows, _start, _rows.Count);

        public void BeginLevel()
        {
            (_before, _start, _cost) = (_start, _rows.Count, -1);
            Depth++;
        }

        public void Add(int row)
        {
            Levels.TryAdd(row, Depth);
            _rows.Add(row);
        }

        /// <summary>How many relations the next level would look at.</summary>
        public long Cost(Snapshot graph)
        {
            if (_cost >= 0)
                return _cost;
            _cost = 0;
            foreach (var row in Newest)
                _cost += graph.Entities[row].Relations.Length;
            return _cost;
        }

        public void Dispose() => Levels.Dispose();
    }

    /// <summary>A stretch of a list that may grow behind it meanwhile.</summary>
    private struct LevelRows(List<int> rows, int start, int end)
    {
        private int _at = start - 1;

        public readonly int Current => rows[_at];

        public readonly LevelRows GetEnumerator() => this;

        public bool MoveNext() => ++_at < end;
    }
}
