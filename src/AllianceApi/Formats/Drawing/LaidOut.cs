namespace AllianceApi.Formats.Drawing;

/// <summary>A picture laid out: its parts, each connected one by itself, side by side and one below the other.</summary>
internal sealed class LaidOut
{
    public const double NodeType = 12;
    public const double LabelType = 10.5;
    public const double NodeLine = 15;
    public const double LabelLine = 12.5;

    private const int NodeColumns = 26;
    private const int MostNodeLines = 5;
    private const int LabelColumns = 24;
    private const int MostLabelLines = 4;
    private const double Side = 30;
    private const double TopAndBottom = 14;
    private const double PartGap = 40;

    public LaidOut(Picture picture)
    {
        Picture = picture;
        Lines = [.. picture.Nodes.Select(node => Texts.Wrap(node.Label, NodeColumns, MostNodeLines))];
        Boxes = [.. Lines.Select(BoxOf)];
        Strokes = [.. Merged(picture.Edges)];
        LayOut();
    }

    public Picture Picture { get; }

    /// <summary>The lines of each node's label.</summary>
    public IReadOnlyList<string>[] Lines { get; }

    public Box[] Boxes { get; }

    public Stroke[] Strokes { get; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    private static Box BoxOf(IReadOnlyList<string> lines) => new()
    {
        Width = Math.Ceiling(Math.Max(70, lines.Max(line => Texts.Width(line, NodeType)) + Side)),
        Height = (lines.Count * NodeLine) + TopAndBottom,
        Weight = 1,
    };

    /// <summary>Lines of the same look between the same two are one, with all that they say.</summary>
    private static IEnumerable<Stroke> Merged(IReadOnlyList<PictureEdge> edges)
    {
        foreach (var same in edges.GroupBy(edge => (edge.From, edge.To, edge.Dashed, edge.Denied)))
        {
            string[] labels = [.. same.Select(edge => edge.Label).Distinct()];
            var lines = labels.Length == 1
                ? Texts.Wrap(labels[0], LabelColumns, 2)
                : [.. labels.Take(MostLabelLines).Select(label => Texts.Wrap(label, LabelColumns + 8, 1)[0])];
            if (labels.Length > MostLabelLines)
                lines = [.. lines.SkipLast(1), FormattableString.Invariant($"and {labels.Length - MostLabelLines + 1} more")];
            yield return new Stroke(
                new Route
                {
                    From = same.Key.From,
                    To = same.Key.To,
                    LabelWidth = Math.Ceiling(lines.Max(line => Texts.Width(line, LabelType)) + (same.Key.Denied ? 16 : 4)),
                    LabelHeight = (lines.Count * LabelLine) + 4,
                },
                lines, same.Key.Dashed, same.Key.Denied, string.Join("; ", same.Select(edge => edge.Tip)));
        }
    }

    private void LayOut()
    {
        var parts = Parts();
        var (x, y, shelf, widest) = (0.0, 0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            var number = part.Select((node, index) => (node, index)).ToDictionary(pair => pair.node, pair => pair.index);
            var strokes = Strokes.Where(stroke => number.ContainsKey(stroke.Route.From)).ToArray();
            var routes = strokes.Select(stroke => new Route
            {
                From = number[stroke.Route.From], To = number[stroke.Route.To], LabelWidth = stroke.Route.LabelWidth, LabelHeight = stroke.Route.LabelHeight,
            }).ToArray();
            var layout = new Layout([.. part.Select(node => Boxes[node])], routes);
            for (var i = 0; i < strokes.Length; i++)
                strokes[i].Laid = routes[i];
            if (x > 0 && x + layout.Width > Math.Max(widest, 900))
                (x, y, shelf) = (0, y + shelf + PartGap, 0);
            Move(part.Select(node => Boxes[node]).Concat(routes.SelectMany(route => route.Bends)), x, y);
            x += layout.Width + PartGap;
            widest = Math.Max(widest, x - PartGap);
            shelf = Math.Max(shelf, layout.Height);
        }
        (Width, Height) = (widest, y + shelf);
    }

    private static void Move(IEnumerable<Box> boxes, double x, double y)
    {
        foreach (var box in boxes)
            (box.X, box.Y) = (box.X + x, box.Y + y);
    }

    /// <summary>The connected parts, the largest first.</summary>
    private List<List<int>> Parts()
    {
        int[] leader = [.. Enumerable.Range(0, Boxes.Length)];
        foreach (var stroke in Strokes)
            leader[Lead(stroke.Route.From)] = Lead(stroke.Route.To);
        return [.. Enumerable.Range(0, Boxes.Length).GroupBy(Lead).Select(part => part.ToList()).OrderByDescending(part => part.Count).ThenBy(part => part[0])];

        int Lead(int node)
        {
            while (leader[node] != node)
                node = leader[node] = leader[leader[node]];
            return node;
        }
    }
}

/// <summary>A line to draw, with what is written on it.</summary>
internal sealed record Stroke(Route Route, IReadOnlyList<string> Lines, bool Dashed, bool Denied, string Tip)
{
    /// <summary>The route as it was laid out, in the numbers of its part.</summary>
    public Route? Laid { get; set; }
}
