using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>An aim, quality, idea, activity, threat or state of affairs that the source speaks of.</summary>
public sealed record ConceptResponse : EntityResponse
{
    /// <summary>What sort of concept it is.</summary>
    /// <example>aim</example>
    public required ConceptType Type { get; init; }
}

/// <summary>What sort of concept something is.</summary>
public enum ConceptType
{
    /// <summary>A thought, field or principle.</summary>
    Idea,

    /// <summary>Something to be brought about.</summary>
    Aim,

    /// <summary>Something that others have more or less of.</summary>
    Quality,

    /// <summary>Something that is done again and again.</summary>
    Activity,

    /// <summary>Something that may do harm.</summary>
    Threat,

    /// <summary>A state of affairs.</summary>
    Condition,
}

internal sealed class Concept : Entity
{
    public ConceptType Type { get; set; }
}
