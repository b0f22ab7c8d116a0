using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>Who acts or holds views: a state, an organization, or a group that the source speaks of.</summary>
public sealed record ActorResponse : EntityResponse
{
    /// <summary>What sort of actor it is.</summary>
    /// <example>state</example>
    public required ActorType Type { get; init; }
}

/// <summary>What sort of actor somebody is.</summary>
public enum ActorType
{
    /// <summary>A state, under whatever name it acts.</summary>
    State,

    /// <summary>A body with a name and members.</summary>
    Organization,

    /// <summary>People whom the source takes together, such as the critics in one debate.</summary>
    Group,
}

internal sealed class Actor : Entity
{
    public ActorType Type { get; set; }
}
