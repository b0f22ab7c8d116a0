using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>Where things lie or happen. A state that acts is an actor.</summary>
public sealed record PlaceResponse : EntityResponse
{
    /// <summary>What sort of place it is.</summary>
    /// <example>peninsula</example>
    public required PlaceType Type { get; init; }
}

/// <summary>What sort of place something is.</summary>
public enum PlaceType
{
    /// <summary>A region of several countries.</summary>
    Region,

    /// <summary>A peninsula.</summary>
    Peninsula,

    /// <summary>Waters, and the ways across them.</summary>
    Sea,
}

internal sealed class Place : Entity
{
    public PlaceType Type { get; set; }
}
