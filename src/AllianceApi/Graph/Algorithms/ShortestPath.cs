namespace AllianceApi.Graph.Algorithms;

/// <summary>
/// The shortest path between two entities, searched from both ends at once; of several as short, the one whose ids come first along it.
/// </summary>
internal sealed class ShortestPath(Snapshot graph, Walk walk, Budget budget)
{
    private readonly Walk _back = walk.Turned();
    private readonly List<int> _reached = [];
    private int _from;

    /// <summary>Entities that no path may touch.</summary>
    public HashSet<int> Without { get; } = [];

    /// <summary>Entities that the first hop may not lead to.</summary>
    public HashSet<int> NotFirst { get; } = [];

    /// <returns>The entities along the path, both ends among them; null where there is none, or the budget is spent.</returns>
    public int[]? Find(int from, int to, int maxHops)
    {
        if (from == to)
            return [from];
        _from = from;
        using var ahead = new Front(graph, from);
        using var behind = new Front(graph, to);
        while (ahead.Any && behind.Any && ahead.Depth + behind.Depth < maxHops && !budget.Spent)
        {
            using var touching = Touching(ahead, behind);
            if (touching.Count > 0)
                return Trace(ahead, behind, touching);
            if (ahead.Cost <= behind.Cost)
                Advance(ahead, walk);
            else
                Advance(behind, _back);
        }
        return null;
    }

    /// <summary>Which of the entities reached last from the one end are joined to those reached last from the other: asked before either side goes on, so that the last step is never made in full.</summary>
    private RowMap Touching(Front ahead, Front behind)
    {
        var touching = new RowMap();
        if (ahead.Cost <= behind.Cost)
        {
            foreach (var row in ahead.Newest)
            {
                if (Reach(row, walk, behind, behind.Depth).Count > 0)
                    touching.TryAdd(row, ahead.Depth);
            }
            return touching;
        }
        foreach (var row in behind.Newest)
        {
            foreach (var met in Reach(row, _back, ahead, ahead.Depth))
                touching.TryAdd(met, ahead.Depth);
        }
        return touching;
    }

    private void Advance(Front own, Walk way)
    {
        var last = own.Newest;
        own.BeginLevel();
        foreach (var here in last)
        {
            foreach (var step in way.From(graph, here))
            {
                if (!budget.Step())
                    return;
                if (!own.Levels.Contains(step.End) && !Without.Contains(step.End) && !IsBarred(here, step.End, way) && way.Enters(graph.Entities[step.End]))
                    own.Add(step.End);
            }
        }
    }

    /// <summary>Goes back from where the fronts touch to mark what lies on a shortest path, then forward along the least ids.</summary>
    private int[]? Trace(Front ahead, Front behind, RowMap onPath)
    {
        var level = new List<int>();
        foreach (var row in ahead.Newest)
        {
            if (onPath.Contains(row))
                level.Add(row);
        }
        for (var depth = ahead.Depth - 1; depth > 0; depth--)
        {
            var before = new List<int>();
            foreach (var row in level)
                before.AddRange(Reach(row, _back, ahead, depth).Where(end => onPath.TryAdd(end, depth)));
            level = before;
        }

        var path = new int[ahead.Depth + behind.Depth + 2];
        path[0] = _from;
        for (var hop = 1; hop < path.Length; hop++)
        {
            var (front, depth) = hop <= ahead.Depth ? (ahead, hop) : (behind, path.Length - 1 - hop);
            var next = -1;
            foreach (var end in Reach(path[hop - 1], walk, front, depth))
            {
                if ((front == behind || onPath.Contains(end)) && (next < 0 || IdOrder.Entities(graph, end, next) < 0))
                    next = end;
            }
            if (next < 0 || budget.Spent)
                return null;
            path[hop] = next;
        }
        return path;
    }

    /// <summary>The entities of a level that one step leads to: by asking a hub for each of them, or by running through all that it has.</summary>
    private List<int> Reach(int row, Walk way, Front front, int depth)
    {
        _reached.Clear();
        var level = front.Level(depth);
        if (graph.Entities[row] is var entity && Hub.IsQuicker(entity.Relations.Length, level.Count))
        {
            var hub = Hub.Of(entity);
            foreach (var end in level)
            {
                if (budget.Step() && !IsBarred(row, end, way) && Leads(entity, hub, way, end))
                    _reached.Add(end);
            }
            return _reached;
        }
        foreach (var step in way.From(graph, row))
        {
            if (budget.Step() && front.Levels[step.End] == depth && !IsBarred(row, step.End, way))
                _reached.Add(step.End);
        }
        return _reached;
    }

    private bool Leads(EntityRow entity, Hub hub, Walk way, int end)
    {
        foreach (var place in hub.To(end))
        {
            if (way.FollowsAt(graph, entity, place))
                return true;
        }
        return false;
    }

    /// <summary>Whether a step is the first of a path, one way or the other, and leads where that may not.</summary>
    private bool IsBarred(int here, int end, Walk way) =>
        NotFirst.Count > 0 && (ReferenceEquals(way, walk) ? here == _from && NotFirst.Contains(end) : end == _from && NotFirst.Contains(here));
}
