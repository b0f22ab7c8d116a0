namespace AllianceApi.Formats.Drawing;

/// <summary>A box of a layout: a node, the label of a line, or the place where a long line passes a column.</summary>
internal sealed class Box
{
    public required double Width { get; init; }
    public required double Height { get; init; }

    /// <summary>How strongly it holds its place: lines are to be straight before nodes are centred.</summary>
    public required double Weight { get; init; }
    public int Rank { get; set; }
    public int Position { get; set; }
    public double X { get; set; }

    /// <summary>How wide its column is: a line passes all of it at one height, so that it touches no neighbour.</summary>
    public double Span { get; set; }

    /// <summary>Of its middle.</summary>
    public double Y { get; set; }
    public List<Box> Before { get; } = [];
    public List<Box> After { get; } = [];
}

/// <summary>A line of a layout, from its source to its target, whichever of them stands further left.</summary>
internal sealed class Route
{
    public required int From { get; init; }
    public required int To { get; init; }
    public required double LabelWidth { get; init; }
    public required double LabelHeight { get; init; }

    /// <summary>Whether it runs from right to left.</summary>
    public bool Reversed { get; set; }

    /// <summary>The boxes between its ends, from left to right.</summary>
    public List<Box> Bends { get; } = [];

    /// <summary>The one of them that has room for its label.</summary>
    public Box? Label { get; set; }
    public int Left => Reversed ? To : From;
    public int Right => Reversed ? From : To;
}

/// <summary>
/// A layered layout from left to right, after Sugiyama: cycles are broken, nodes put into columns, lines given boxes where they pass a column, the order within
/// columns chosen for few crossings, and heights for straight lines. Labels of lines have columns of their own, so that no text lies on another.
/// </summary>
internal sealed class Layout
{
    private const double NodeGap = 14;
    private const double BendGap = 5;
    private const double ColumnGap = 26;
    private const double MostGap = 70;

    private readonly Box[] _nodes;
    private readonly Route[] _routes;
    private readonly List<List<Box>> _columns = [];

    public Layout(Box[] nodes, Route[] routes)
    {
        (_nodes, _routes) = (nodes, routes);
        Ranking.Run(nodes, routes);
        AddColumns();
        Crossings.Reduce(_columns);
        Place();
    }

    public double Width { get; private set; }

    public double Height { get; private set; }

    private void AddColumns()
    {
        var ranks = (_nodes.Max(node => node.Rank) * 2) + 1;
        for (var rank = 0; rank < ranks; rank++)
            _columns.Add([]);
        foreach (var node in _nodes)
        {
            node.Rank *= 2;
            _columns[node.Rank].Add(node);
        }
        foreach (var route in _routes.Where(route => route.From != route.To))
            AddBends(route);
    }

    private void AddBends(Route route)
    {
        var (last, end) = (_nodes[route.Left], _nodes[route.Right]);
        var middle = ((last.Rank + end.Rank) / 2) | 1;
        for (var rank = last.Rank + 1; rank < end.Rank; rank++)
        {
            var isLabel = rank == middle;
            var bend = new Box { Width = isLabel ? route.LabelWidth : 0, Height = isLabel ? route.LabelHeight : 2, Weight = 4, Rank = rank };
            if (isLabel)
                route.Label = bend;
            Join(last, bend);
            _columns[rank].Add(bend);
            route.Bends.Add(bend);
            last = bend;
        }
        Join(last, end);
    }

    private static void Join(Box left, Box right)
    {
        left.After.Add(right);
        right.Before.Add(left);
    }

    private void Place()
    {
        var x = 0.0;
        foreach (var column in _columns)
        {
            var width = column.Count == 0 ? 0 : column.Max(box => box.Width);
            foreach (var box in column)
                (box.X, box.Span) = (x + (width / 2), width);
            Width = x + width;
            // A fan of many lines needs room to be told apart.
            x = Width + Math.Min(MostGap, ColumnGap + (4 * Math.Sqrt(column.Sum(box => box.After.Count))));
        }
        Heights.Choose(_columns, (above, below) => ((above.Height + below.Height) / 2) + (above.Weight > 1 || below.Weight > 1 ? BendGap : NodeGap));
        var boxes = _columns.SelectMany(column => column).ToList();
        var top = boxes.Min(box => box.Y - (box.Height / 2));
        foreach (var box in boxes)
            box.Y -= top;
        Height = boxes.Max(box => box.Y + (box.Height / 2));
    }
}
