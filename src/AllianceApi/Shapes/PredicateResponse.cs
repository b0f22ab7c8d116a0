namespace AllianceApi.Shapes;

/// <summary>A relation type.</summary>
public sealed record PredicateResponse
{
    /// <summary>Public and permanent; also the name of a filter.</summary>
    /// <example>party</example>
    public required string Id { get; init; }

    /// <summary>How it reads from the subject.</summary>
    /// <example>has party</example>
    public required string Label { get; init; }

    /// <summary>How it reads from the object; absent where it is symmetric.</summary>
    public InverseResponse? Inverse { get; init; }

    /// <summary>When to use it, when not, and its nearest neighbour.</summary>
    public required string Definition { get; init; }

    /// <summary>The kinds that its subject may be of.</summary>
    public required IReadOnlyList<string> Domain { get; init; }

    /// <summary>The kinds that its object may be of.</summary>
    public required IReadOnlyList<string> Range { get; init; }

    /// <summary>Whether it holds in both directions at once.</summary>
    public required bool Symmetric { get; init; }

    /// <summary>Whether chains of it may be followed in questions; no fact follows from them.</summary>
    public required bool Transitive { get; init; }

    /// <summary>Whether two objects of one subject contradict each other.</summary>
    public required bool SingleValued { get; init; }

    /// <summary>The predicates that cannot hold from the same subject to the same object.</summary>
    public required IReadOnlyList<string> Excludes { get; init; }

    /// <summary>How many relations are under it, denied ones included.</summary>
    public required int Count { get; init; }

    /// <summary>The graph's revision in which it last changed.</summary>
    public required long Revision { get; init; }

    /// <summary>Where it and its relations are to be had.</summary>
    public required PredicateLinks Links { get; init; }
}

/// <summary>A predicate read from its object.</summary>
public sealed record InverseResponse
{
    /// <summary>The id under which lists of kinds can be filtered.</summary>
    /// <example>party-to</example>
    public required string Id { get; init; }

    /// <summary>How it reads.</summary>
    /// <example>is party to</example>
    public required string Label { get; init; }
}

/// <summary>Where a predicate and its relations are to be had, as paths of this API.</summary>
public sealed record PredicateLinks : Links
{
    /// <summary>The relations under it.</summary>
    /// <example>/api/v1/relations?predicate=party</example>
    public required string Relations { get; init; }
}
