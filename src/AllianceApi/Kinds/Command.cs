using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>A military command.</summary>
public sealed record CommandResponse : EntityResponse
{
    /// <summary>Whose forces it is made of: one nation's, two nations' or several nations'.</summary>
    /// <example>bilateral</example>
    public CommandComposition? Composition { get; init; }
}

/// <summary>Whose forces a command is made of.</summary>
public enum CommandComposition
{
    /// <summary>Those of one nation.</summary>
    National,

    /// <summary>Those of two nations.</summary>
    Bilateral,

    /// <summary>Those of several nations.</summary>
    Multinational,
}

internal sealed class Command : Entity
{
    public CommandComposition? Composition { get; set; }
}
