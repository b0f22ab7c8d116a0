using AllianceApi.Shapes;

namespace AllianceApi.Formats;

/// <summary>A graph to take away: all its entities and facts, denied ones marked.</summary>
public sealed record GraphResponse
{
    /// <summary>The revision that it is of.</summary>
    public required long Revision { get; init; }

    /// <summary>The entities, by id.</summary>
    public required IReadOnlyList<GraphNode> Nodes { get; init; }

    /// <summary>The relations, by id.</summary>
    public required IReadOnlyList<GraphEdge> Edges { get; init; }
}

/// <summary>An entity in an export. Beside these it has the typed members and attributes of its kind, as its typed path shows them.</summary>
public sealed record GraphNode
{
    /// <summary>Public and permanent.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What it is, in our own words.</summary>
    public required string Summary { get; init; }

    /// <summary>The same thing elsewhere.</summary>
    public required IReadOnlyList<string> SameAs { get; init; }

    /// <summary>What the source says of it in literals, with every standing and modality.</summary>
    public required IReadOnlyList<GraphLiteral> Attributes { get; init; }
}

/// <summary>A fact that gives an entity a literal, in an export.</summary>
public sealed record GraphLiteral
{
    /// <summary>Made of its parts.</summary>
    public required string Id { get; init; }

    /// <summary>Which attribute it is.</summary>
    public required string Name { get; init; }

    /// <summary>What it says.</summary>
    public required string Value { get; init; }

    /// <summary>In whose voice it is.</summary>
    public required Standing Standing { get; init; }

    /// <summary>How sure it is put.</summary>
    public required Modality Modality { get; init; }

    /// <summary>The ids of those whose view it is.</summary>
    public required IReadOnlyList<string> AttributedTo { get; init; }

    /// <summary>Whether another fact contradicts it.</summary>
    public required bool Contested { get; init; }

    /// <summary>From when it held, as far as the source says.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>Until when it held, as far as the source says.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>The ids of the statements that make it, the strongest first.</summary>
    public required IReadOnlyList<string> Statements { get; init; }
}

/// <summary>A relation in an export.</summary>
public sealed record GraphEdge
{
    /// <summary>Made of its parts.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The id of its predicate.</summary>
    public required string Predicate { get; init; }

    /// <summary>The id of its object.</summary>
    public required string Object { get; init; }

    /// <summary>Whether statements deny it.</summary>
    public required bool Negated { get; init; }

    /// <summary>In whose voice it is.</summary>
    public required Standing Standing { get; init; }

    /// <summary>How sure it is put.</summary>
    public required Modality Modality { get; init; }

    /// <summary>The ids of those whose view it is.</summary>
    public required IReadOnlyList<string> AttributedTo { get; init; }

    /// <summary>Whether another fact contradicts it.</summary>
    public required bool Contested { get; init; }

    /// <summary>From when it held, as far as the source says.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>Until when it held, as far as the source says.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>The ids of the statements that make it, the strongest first.</summary>
    public required IReadOnlyList<string> Statements { get; init; }
}
