using AllianceApi.Shapes;

namespace AllianceApi.Debates;

/// <summary>The argument map of a debate: its positions, who holds them, and the arguments for each.</summary>
public sealed record MapResponse
{
    /// <summary>The debate.</summary>
    public required Reference Debate { get; init; }

    /// <summary>What is in dispute, as one question.</summary>
    public required string Question { get; init; }

    /// <summary>The claim that positions are for or against; absent where the sides are more than two.</summary>
    public string? Proposition { get; init; }

    /// <summary>What the source expects to come of it, with evidence.</summary>
    public required IReadOnlyList<AttributeResponse> Outlook { get; init; }

    /// <summary>The sides, by id.</summary>
    public required IReadOnlyList<MapPosition> Positions { get; init; }

    /// <summary>The reasons given, by id.</summary>
    public required IReadOnlyList<MapArgument> Arguments { get; init; }
}

/// <summary>A side in a debate.</summary>
public sealed record MapPosition
{
    /// <summary>The position's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind: <c>position</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How it stands to the proposition; absent where the sides are more than two.</summary>
    public Kinds.PositionStance? Stance { get; init; }

    /// <summary>Who holds it, as far as the source says.</summary>
    public required IReadOnlyList<Reference> Holders { get; init; }

    /// <summary>The statements that say that it is a side in this debate, and that it is held.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}

/// <summary>A reason given in a debate.</summary>
public sealed record MapArgument
{
    /// <summary>The argument's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind: <c>argument</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The ids of the positions of this debate that it is for.</summary>
    public required IReadOnlyList<string> ArguesFor { get; init; }

    /// <summary>The ids of the arguments that it answers.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>What it says: the relations that statements attribute to it.</summary>
    public required IReadOnlyList<RelationResponse> Claims { get; init; }

    /// <summary>The statements that say what it is for and what it answers.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
