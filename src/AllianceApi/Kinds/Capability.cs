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

    /// <summary>Deterrence and guarantees as a whole, whatever the arms.</summary>
    Strategic,

    /// <summary>Defence against air and missile attack.</summary>
    MissileDefense,

    /// <summary>The leading of forces and the planning for it.</summary>
    Command,

    /// <summary>What is known and shared.</summary>
    Intelligence,

    /// <summary>The making and buying of arms.</summary>
    Industrial,

    /// <summary>Networks and data.</summary>
    Cyber,

    /// <summary>Space.</summary>
    Space,
}

internal sealed class Capability : Entity
{
    public CapabilityDomain? Domain { get; set; }
}
