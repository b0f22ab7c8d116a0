namespace AllianceApi.Shapes;

/// <summary>A source text: its outline and how much of it the graph covers. The text itself is not kept.</summary>
public sealed record DocumentResponse
{
    /// <summary>Public and permanent.</summary>
    /// <example>rok-us-alliance</example>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its language, as a BCP 47 tag.</summary>
    /// <example>en</example>
    public required string Language { get; init; }

    /// <summary>The SHA-256 of the file, in hex: which copy of the text the passages are positions of.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its sections, in order.</summary>
    public required IReadOnlyList<SectionResponse> Sections { get; init; }

    /// <summary>How much of it statements cite.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Where it is to be had.</summary>
    public required DocumentLinks Links { get; init; }
}

/// <summary>A section of a document.</summary>
public sealed record SectionResponse
{
    /// <summary>Its id within the document, the first part of its passages' locators.</summary>
    /// <example>origins-and-legal-framework</example>
    public required string Id { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>The id of the section that it is part of.</summary>
    public string? Parent { get; init; }
}

/// <summary>How much of a document statements cite.</summary>
public sealed record Coverage
{
    /// <summary>How many passages it has.</summary>
    public required int Passages { get; init; }

    /// <summary>How many of them at least one statement cites.</summary>
    public required int Cited { get; init; }
}

/// <summary>Where a document and its parts are to be had, as paths of this API.</summary>
public sealed record DocumentLinks : Links
{
    /// <summary>Its passages.</summary>
    public required string Passages { get; init; }

    /// <summary>The statements on it.</summary>
    public required string Statements { get; init; }
}

/// <summary>One sentence of a document: where it stands and what is said on it. Its text is not kept.</summary>
public sealed record PassageResponse
{
    /// <summary>The id of the document.</summary>
    /// <example>rok-us-alliance</example>
    public required string Document { get; init; }

    /// <summary>Section, paragraph and sentence.</summary>
    /// <example>origins-and-legal-framework.p1s1</example>
    public required string Locator { get; init; }

    /// <summary>The id of its section.</summary>
    /// <example>origins-and-legal-framework</example>
    public required string Section { get; init; }

    /// <summary>Where it begins, in Unicode code points from the beginning of the file.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends: the code point after its last.</summary>
    public required int End { get; init; }

    /// <summary>How many words it has (what white space separates).</summary>
    public required int Words { get; init; }

    /// <summary>The SHA-256 of its text (UTF-8, white space collapsed), in hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The ids of the statements that cite it.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>Where it is to be had.</summary>
    public required Links Links { get; init; }
}
