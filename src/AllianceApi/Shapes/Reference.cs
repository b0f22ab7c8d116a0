namespace AllianceApi.Shapes;

/// <summary>An entity as others name it.</summary>
public sealed record Reference
{
    /// <summary>The entity's public, permanent id.</summary>
    /// <example>south-korea</example>
    public required string Id { get; init; }

    /// <summary>The id of its kind.</summary>
    /// <example>actor</example>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    /// <example>South Korea</example>
    public required string Name { get; init; }
}

/// <summary>A relation type, as a relation names it.</summary>
public sealed record PredicateReference
{
    /// <summary>The predicate's own id, whichever way it is read.</summary>
    /// <example>party</example>
    public required string Id { get; init; }

    /// <summary>How it reads: from the subject, or in an incoming group from the object.</summary>
    /// <example>has party</example>
    public required string Label { get; init; }
}

/// <summary>One passage of one document.</summary>
public sealed record PassageReference
{
    /// <summary>The id of the document.</summary>
    /// <example>rok-us-alliance</example>
    public required string Document { get; init; }

    /// <summary>Section, paragraph and sentence.</summary>
    /// <example>origins-and-legal-framework.p1s1</example>
    public required string Locator { get; init; }
}

/// <summary>Where to go from here, as paths of this API.</summary>
public record Links
{
    /// <summary>The record itself; for an entity its typed path.</summary>
    /// <example>/api/v1/treaties/mutual-defense-treaty</example>
    [System.Text.Json.Serialization.JsonPropertyOrder(-1)]
    public required string Self { get; init; }
}
