namespace AllianceApi.Graph;

/// <summary>A source text: its outline, without its words.</summary>
internal sealed class Document
{
    public required string Id { get; set; }
    public required string Title { get; set; }
    public required string Language { get; set; }
    public required string Sha256 { get; set; }
    public List<Section> Sections { get; set; } = [];
    public List<Passage> Passages { get; set; } = [];
    public long Revision { get; set; }
}

/// <summary>A part of a document under a heading.</summary>
internal sealed class Section
{
    public required string Id { get; set; }
    public required string Title { get; set; }
    public string? Parent { get; set; }
}

/// <summary>One sentence of a document: its place and its hashes.</summary>
internal sealed class Passage
{
    public required string Locator { get; set; }
    public required string Section { get; set; }

    /// <summary>Its first code point, counted from the beginning of the file.</summary>
    public int Start { get; set; }

    /// <summary>The code point after its last.</summary>
    public int End { get; set; }
    public int Words { get; set; }
    public required string Sha256 { get; set; }

    /// <summary>The hashes of each five tokens in a row, in order.</summary>
    public List<string> Runs { get; set; } = [];
}
