namespace AllianceApi.Shapes;

/// <summary>One assertion or denial, in our own words, of what one or more passages of a document say.</summary>
public sealed record StatementResponse
{
    /// <summary>Public and permanent, one namespace over all documents.</summary>
    /// <example>mdt-legal-backbone</example>
    public required string Id { get; init; }

    /// <summary>The id of the document.</summary>
    /// <example>rok-us-alliance</example>
    public required string Document { get; init; }

    /// <summary>The locators of the passages that say it.</summary>
    public required IReadOnlyList<string> Passages { get; init; }

    /// <summary>What the passages say, in our own words.</summary>
    public required string Text { get; init; }

    /// <summary>A condition or frequency that a triple cannot hold.</summary>
    /// <example>in the event of aggression</example>
    public string? Qualifier { get; init; }

    /// <summary>Whose voice it is in.</summary>
    public required Standing Standing { get; init; }

    /// <summary>How sure it is put.</summary>
    public required Modality Modality { get; init; }

    /// <summary>Whose view it is, where it is reported as one: the narrowest bearer that the text gives.</summary>
    public required IReadOnlyList<Reference> AttributedTo { get; init; }

    /// <summary>The facts that it asserts.</summary>
    public required IReadOnlyList<StatementFact> Asserts { get; init; }

    /// <summary>The facts that it denies.</summary>
    public required IReadOnlyList<StatementFact> Denies { get; init; }

    /// <summary>The ends of its facts and its bearers, by id.</summary>
    public required IReadOnlyList<Reference> Mentions { get; init; }

    /// <summary>The graph's revision in which it last changed.</summary>
    public required long Revision { get; init; }

    /// <summary>When that revision was committed, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Where it is to be had.</summary>
    public required Links Links { get; init; }
}

/// <summary>A fact, as the statement that asserts or denies it names it.</summary>
public sealed record StatementFact
{
    /// <summary>The id of the relation or attribute.</summary>
    /// <example>mutual-defense-treaty.signed.1953</example>
    public required string Id { get; init; }

    /// <summary>Subject, predicate and object, or subject, attribute and value.</summary>
    public required IReadOnlyList<string> Fact { get; init; }

    /// <summary>From when it held, where the source says so.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>Until when it held, where the source says so.</summary>
    public PartialDate? ValidTo { get; init; }
}
