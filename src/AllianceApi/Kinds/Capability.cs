using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>What somebody has, provides or does together with others, and could use.</summary>
public sealed record CapabilityResponse : EntityResponse
{
    /// <summary>The field in which it is used.</summary>
    /// <example>nuclear</example>
    public CapabilityDomain? Domain { get; init; }
}

/// <summary>The field in which a capability is used.</summary>
public enum CapabilityDomain
{
    /// <summary>Conventional forces, their bases and exercises.</summary>
    Conventional,

    /// <summary>Nuclear arms and what rests on them.</summary>
    Nuclear,

    /// <summary>Defence against air and missile attack.</summary>
    MissileDefense,
}

internal sealed class Capability : Entity
{
    public CapabilityDomain? Domain { get; set; }
}
