namespace AllianceApi.Formats.Drawing;

/// <summary>What is to be drawn: boxes with words, and lines from one to another.</summary>
internal sealed record Picture(string Title, string Description, IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureEdge> Edges);

/// <param name="Tip">What a pointer or a screen reader is told.</param>
internal sealed record PictureNode(string Label, Look Look, string Href, string Tip);

/// <param name="From">The index of a node.</param>
/// <param name="Dashed">Whether it is somebody's view, or not put as being so.</param>
internal sealed record PictureEdge(int From, int To, string Label, bool Dashed, bool Denied, string Tip);
