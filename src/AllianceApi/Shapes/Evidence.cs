namespace AllianceApi.Shapes;

/// <summary>A statement as the evidence of a fact: what a passage says, in our own words, and in whose voice.</summary>
public sealed record Evidence
{
    /// <summary>The id of the statement.</summary>
    /// <example>mdt-legal-backbone</example>
    public required string Statement { get; init; }

    /// <summary>What the passages say, in our own words.</summary>
    public required string Text { get; init; }

    /// <summary>A condition or frequency that a triple cannot hold.</summary>
    /// <example>in the event of aggression</example>
    public string? Qualifier { get; init; }

    /// <summary>Whose voice it is in.</summary>
    public required Standing Standing { get; init; }

    /// <summary>How sure it is put.</summary>
    public required Modality Modality { get; init; }

    /// <summary>Whose view it is, where it is reported as one; else empty.</summary>
    public required IReadOnlyList<Reference> AttributedTo { get; init; }

    /// <summary>The passages that say it.</summary>
    public required IReadOnlyList<PassageReference> Passages { get; init; }
}
