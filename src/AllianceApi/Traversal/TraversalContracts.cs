using System.Text.Json.Serialization;
using AllianceApi.Shapes;

namespace AllianceApi.Traversal;

/// <summary>What is around some entities.</summary>
public sealed record SubgraphResponse
{
    /// <summary>The entities in the order in which they were met: the roots as asked for, then by distance, neighbours in the order of fact id.</summary>
    public required IReadOnlyList<SubgraphNode> Nodes { get; init; }

    /// <summary>All relations among the nodes that pass the filters, by id.</summary>
    public required IReadOnlyList<SubgraphEdge> Edges { get; init; }

    /// <summary>Whether more was left out: nodes beyond <c>limit</c>, edges beyond 10,000, or what could not be looked at in a second.</summary>
    public required bool Truncated { get; init; }
}

/// <summary>An entity of a subgraph.</summary>
public sealed record SubgraphNode
{
    /// <summary>The entity's id.</summary>
    /// <example>mutual-defense-treaty</example>
    public required string Id { get; init; }

    /// <summary>The id of its kind.</summary>
    /// <example>treaty</example>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Mutual Defense Treaty</example>
    public required string Name { get; init; }

    /// <summary>How many relations lie between it and the nearest root; 0 for a root.</summary>
    public required int Depth { get; init; }
}

/// <summary>A relation of a subgraph or path, its ends by their ids.</summary>
public abstract record Edge
{
    /// <summary>The relation's id.</summary>
    /// <example>mutual-defense-treaty.party.south-korea</example>
    [JsonPropertyOrder(-10)]
    public required string Id { get; init; }

    /// <summary>The id of its subject.</summary>
    /// <example>mutual-defense-treaty</example>
    [JsonPropertyOrder(-9)]
    public required string Subject { get; init; }

    /// <summary>The predicate's own id.</summary>
    /// <example>party</example>
    [JsonPropertyOrder(-8)]
    public required string Predicate { get; init; }

    /// <summary>The id of its object.</summary>
    /// <example>south-korea</example>
    [JsonPropertyOrder(-7)]
    public required string Object { get; init; }

    /// <summary>Whether its statements deny it.</summary>
    [JsonPropertyOrder(-5)]
    public required bool Negated { get; init; }

    /// <summary>The standing of its strongest statement: <c>attributed</c> says that this is only somebody's view.</summary>
    [JsonPropertyOrder(-4)]
    public required Standing Standing { get; init; }

    /// <summary>The modality of its strongest statement.</summary>
    [JsonPropertyOrder(-3)]
    public required Modality Modality { get; init; }

    /// <summary>With <c>at=</c>, whether it held then.</summary>
    [JsonPropertyOrder(-2)]
    public HeldThen? HeldThen { get; init; }

    /// <summary>The statements that make it, the strongest first; with <c>expand=evidence</c>.</summary>
    [JsonPropertyOrder(10)]
    public IReadOnlyList<Evidence>? Evidence { get; init; }
}

/// <summary>A relation of a subgraph.</summary>
public sealed record SubgraphEdge : Edge;

/// <summary>How two entities hang together.</summary>
public sealed record PathsResponse
{
    /// <summary>The paths, the shortest first; empty where there is none within <c>maxHops</c>.</summary>
    public required IReadOnlyList<PathResponse> Paths { get; init; }

    /// <summary>Whether the search ended after about a second, before all that was asked for was found.</summary>
    public required bool Truncated { get; init; }
}

/// <summary>A path: entities, and between each two the relation that joins them.</summary>
public sealed record PathResponse
{
    /// <summary>How many hops it has; 0 from an entity to itself.</summary>
    public required int Length { get; init; }

    /// <summary>The entities along it, both ends among them.</summary>
    public required IReadOnlyList<Reference> Nodes { get; init; }

    /// <summary>The hops, each between a node and the next.</summary>
    public required IReadOnlyList<PathEdge> Edges { get; init; }
}

/// <summary>A hop of a path: the strongest relation that leads this way.</summary>
public sealed record PathEdge : Edge
{
    /// <summary>Whether the path goes from subject to object here.</summary>
    [JsonPropertyOrder(-6)]
    public required bool Forward { get; init; }

    /// <summary>How many relations lead this way, this one included.</summary>
    public required int Parallel { get; init; }

    /// <summary>The ids of the statements that make it, the strongest first.</summary>
    public required IReadOnlyList<string> Statements { get; init; }
}
