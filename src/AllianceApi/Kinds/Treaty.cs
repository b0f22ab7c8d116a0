using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>A treaty between states that was really made.</summary>
public sealed record TreatyResponse : EntityResponse
{
    /// <summary>When it was signed, as exactly as the source says it.</summary>
    /// <example>1953</example>
    [FromSource]
    public PartialDate? Signed { get; init; }
}

internal sealed class Treaty : Entity;
