using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>A side in a debate: what some hold, as the source reports it.</summary>
public sealed record PositionResponse : EntityResponse
{
    /// <summary>How it stands to the debate's proposition; absent where the sides are more than two.</summary>
    /// <example>against</example>
    public PositionStance? Stance { get; init; }
}

/// <summary>How a position stands to the proposition of its debate.</summary>
public enum PositionStance
{
    /// <summary>It affirms the proposition.</summary>
    For,

    /// <summary>It rejects the proposition.</summary>
    Against,

    /// <summary>It affirms the proposition under conditions.</summary>
    Conditional,
}

internal sealed class Position : Entity
{
    public PositionStance? Stance { get; set; }
}
