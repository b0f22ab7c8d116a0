namespace AllianceApi.Curation;

/// <summary>What a change did.</summary>
public sealed record ChangeResponse
{
    /// <summary>The graph's revision that the change made; the one before where there was nothing to change.</summary>
    /// <example>12</example>
    public required long Revision { get; init; }

    /// <summary>Each record that changed: what was put, then what was merged, then what was deleted. Facts follow from statements and are not listed.</summary>
    public required IReadOnlyList<ChangedRecord> Items { get; init; }
}

/// <summary>A record that a change touched.</summary>
public sealed record ChangedRecord
{
    /// <summary><c>document</c>, <c>predicate</c>, <c>entity</c> or <c>statement</c>.</summary>
    /// <example>statement</example>
    public required string Type { get; init; }

    /// <summary>Its id.</summary>
    /// <example>mdt-legal-backbone</example>
    public required string Id { get; init; }

    /// <summary><c>put</c>, <c>merge</c> or <c>delete</c>.</summary>
    /// <example>put</example>
    public required string Op { get; init; }

    /// <summary>What it was merged into.</summary>
    public string? Into { get; init; }
}
