using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>A question on which the source reports more than one view.</summary>
public sealed record DebateResponse : EntityResponse
{
    /// <summary>What is in dispute, as one question.</summary>
    /// <example>Does leaning on the nuclear umbrella serve or harm denuclearization?</example>
    public required string Question { get; init; }

    /// <summary>The claim that positions are for or against; absent where the sides are more than two.</summary>
    /// <example>The nuclear umbrella serves peace in the region.</example>
    public string? Proposition { get; init; }

    /// <summary>What the source expects to come of it.</summary>
    /// <example>Any change comes in stages.</example>
    [FromSource]
    public string? Outlook { get; init; }
}

internal sealed class Debate : Entity
{
    public required string Question { get; set; }
    public string? Proposition { get; set; }
}
