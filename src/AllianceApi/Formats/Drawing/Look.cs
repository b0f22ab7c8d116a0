using AllianceApi.Kinds;

namespace AllianceApi.Formats.Drawing;

/// <summary>The outline of a node.</summary>
internal enum Outline
{
    Box,
    Rounded,
    Pill,
    Hexagon,
    Octagon,
    Parallelogram,
    Trapezoid,
    House,
    Folded,
    Double,
    Notched,
    Tag,
}

/// <summary>How the entities of a kind are drawn: by colour and by outline, so that neither alone has to tell them apart.</summary>
internal sealed record Look(string Id, string Name, int Hue, int Saturation, Outline Outline, string Dot, (string Open, string Close) Mermaid)
{
    private static readonly Look[] All =
    [
        new("alliance", "alliance", 265, 60, Outline.Hexagon, "hexagon", ("{{", "}}")),
        new("treaty", "treaty", 45, 80, Outline.Folded, "note", ("[[", "]]")),
        new("agreement", "agreement", 28, 80, Outline.Notched, "component", ("[[", "]]")),
        new("command", "command", 150, 45, Outline.Double, "box3d", ("[[", "]]")),
        new("debate", "debate", 340, 65, Outline.Octagon, "octagon", ("{", "}")),
        new("position", "position", 205, 70, Outline.Parallelogram, "parallelogram", ("[/", "/]")),
        new("argument", "argument", 185, 55, Outline.Rounded, "box", ("(", ")")),
        new("actor", "actor", 225, 65, Outline.Pill, "ellipse", ("([", "])")),
        new("event", "event", 5, 65, Outline.House, "cds", (">", "]")),
        new("concept", "concept", 95, 45, Outline.Box, "box", ("[", "]")),
        new("capability", "capability", 300, 45, Outline.Trapezoid, "trapezium", ("[/", "\\]")),
        new("place", "place", 65, 55, Outline.Tag, "house", ("[(", ")]")),
    ];

    private static readonly Dictionary<string, Look> ByKind = All.ToDictionary(look => look.Id);

    /// <summary>What is no entity: the claims of an argument, the proposition of a debate.</summary>
    public static readonly Look Claim = new("claim", "what is claimed", 0, 0, Outline.Box, "plaintext", ("[", "]"));

    public string Fill => Hex(Hue, Saturation, 90);

    public string Line => Hex(Hue, Saturation * 3 / 4, 38);

    public string DarkFill => Hex(Hue, Saturation / 2, 20);

    public string DarkLine => Hex(Hue, Saturation * 3 / 4, 65);

    /// <summary>A kind that nobody has thought of here looks like a concept.</summary>
    public static Look Of(Kind kind) => ByKind.TryGetValue(kind.Id, out var look) ? look : ByKind["concept"] with { Id = kind.Id, Name = kind.Id };

    private static string Hex(int hue, int saturation, int lightness)
    {
        var (s, l) = (saturation / 100.0, lightness / 100.0);
        return $"#{Channel(0):x2}{Channel(8):x2}{Channel(4):x2}";

        int Channel(int n)
        {
            var k = (n + (hue / 30.0)) % 12;
            var value = l - (s * Math.Min(l, 1 - l) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
            return (int)Math.Round(255 * value);
        }
    }
}
