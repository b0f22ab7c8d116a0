using System.Text.Json.Serialization;

namespace AllianceApi.Shapes;

/// <summary>A thing that the graph knows.</summary>
public record EntityResponse
{
    /// <summary>Public and permanent, never given to anything else.</summary>
    /// <example>mutual-defense-treaty</example>
    [JsonPropertyOrder(-20)]
    public required string Id { get; init; }

    /// <summary>The id of its kind.</summary>
    /// <example>treaty</example>
    [JsonPropertyOrder(-19)]
    public required string Kind { get; init; }

    /// <summary>The name under which it is shown and sorted.</summary>
    /// <example>Mutual Defense Treaty</example>
    [JsonPropertyOrder(-18)]
    public required string Name { get; init; }

    /// <summary>Other names, spellings and acronyms.</summary>
    [JsonPropertyOrder(-17)]
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What it is, in our own words, no more than its evidence says.</summary>
    [JsonPropertyOrder(-16)]
    public required string Summary { get; init; }

    /// <summary>The ids of the statements that the summary rests on, at least one.</summary>
    [JsonPropertyOrder(-15)]
    public required IReadOnlyList<string> SummaryEvidence { get; init; }

    /// <summary>Verified identifiers of the same thing elsewhere, as URLs.</summary>
    [JsonPropertyOrder(-14)]
    public required IReadOnlyList<string> SameAs { get; init; }

    /// <summary>The names of attributes and predicates on which stated and asserted facts of this entity contradict each other.</summary>
    [JsonPropertyOrder(10)]
    public required IReadOnlyList<string> Contested { get; init; }

    /// <summary>The graph's revision in which its members last changed.</summary>
    [JsonPropertyOrder(11)]
    public required long Revision { get; init; }

    /// <summary>When that revision was committed, in UTC.</summary>
    [JsonPropertyOrder(12)]
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Where it and its facts are to be had.</summary>
    [JsonPropertyOrder(13)]
    public required EntityLinks Links { get; init; }

    /// <summary>Every attribute with its standing and evidence; in details only.</summary>
    [JsonPropertyOrder(14)]
    public IReadOnlyList<AttributeResponse>? Attributes { get; init; }

    /// <summary>Its relations in both directions, grouped by predicate; in details only.</summary>
    [JsonPropertyOrder(15)]
    public IReadOnlyList<RelationGroup>? Relations { get; init; }
}

/// <summary>Where an entity and its facts are to be had, as paths of this API.</summary>
public sealed record EntityLinks : Links
{
    /// <summary>Its attributes.</summary>
    public required string Attributes { get; init; }

    /// <summary>Its relations, a page at a time.</summary>
    public required string Relations { get; init; }

    /// <summary>The statements that mention it.</summary>
    public required string Statements { get; init; }

    /// <summary>The argument map of a debate.</summary>
    public string? Map { get; init; }
}

/// <summary>The relations of an entity under one predicate, in one direction.</summary>
public sealed record RelationGroup
{
    /// <summary>The predicate's own id, with the label that reads from this entity.</summary>
    public required PredicateReference Predicate { get; init; }

    /// <summary>Whether this entity is the subject (<c>out</c>), the object (<c>in</c>) or either, the predicate being symmetric (<c>both</c>).</summary>
    public required GroupDirection Direction { get; init; }

    /// <summary>How many relations there are.</summary>
    public required int Total { get; init; }

    /// <summary>The first 50 of them by id, with their evidence, each in its own direction.</summary>
    public required IReadOnlyList<RelationResponse> Items { get; init; }

    /// <summary>The path that has all of them, where there are more than 50.</summary>
    public string? More { get; init; }
}

/// <summary>Where an entity stands in a group of its relations.</summary>
public enum GroupDirection
{
    /// <summary>It is the subject.</summary>
    Out,

    /// <summary>It is the object.</summary>
    In,

    /// <summary>The predicate is symmetric.</summary>
    Both,
}
