using System.Text.Json.Serialization;

namespace AllianceApi.Shapes;

/// <summary>What relations and attributes have in common: they are facts, and statements make them.</summary>
public abstract record FactResponse
{
    /// <summary>The fact's id, made of its parts and so the same on every machine.</summary>
    /// <example>mutual-defense-treaty.party.south-korea</example>
    [JsonPropertyOrder(-10)]
    public required string Id { get; init; }

    /// <summary>What the fact is said of.</summary>
    [JsonPropertyOrder(-9)]
    public required Reference Subject { get; init; }

    /// <summary>The standing of the strongest statement: <c>attributed</c> says that this is only somebody's view.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The modality of the strongest statement.</summary>
    public required Modality Modality { get; init; }

    /// <summary>Whose view it is, over the statements that have the fact's own standing and modality; empty where it is stated.</summary>
    public required IReadOnlyList<Reference> AttributedTo { get; init; }

    /// <summary>Whether another fact that is stated and asserted contradicts this one.</summary>
    public required bool Contested { get; init; }

    /// <summary>From when it held, where the source says so.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>Until when it held, where the source says so.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>With <c>at=</c>, whether it held then.</summary>
    public HeldThen? HeldThen { get; init; }

    /// <summary>The ids of the statements that make it, the strongest first.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>The statements themselves, in details and with <c>expand=evidence</c>.</summary>
    public IReadOnlyList<Evidence>? Evidence { get; init; }

    /// <summary>The graph's revision in which its evidence last changed.</summary>
    public required long Revision { get; init; }

    /// <summary>Where it is to be had.</summary>
    public required Links Links { get; init; }
}

/// <summary>A fact between two entities.</summary>
public sealed record RelationResponse : FactResponse
{
    /// <summary>The relation type, labelled from the subject.</summary>
    [JsonPropertyOrder(-8)]
    public required PredicateReference Predicate { get; init; }

    /// <summary>What the subject is related to.</summary>
    [JsonPropertyOrder(-7)]
    public required Reference Object { get; init; }

    /// <summary>Whether its statements deny it.</summary>
    [JsonPropertyOrder(-6)]
    public required bool Negated { get; init; }
}

/// <summary>A fact that gives an entity a literal value.</summary>
public sealed record AttributeResponse : FactResponse
{
    /// <summary>The attribute's name.</summary>
    /// <example>signed</example>
    [JsonPropertyOrder(-8)]
    public required string Name { get; init; }

    /// <summary>The value as the source has it: a partial date or a text.</summary>
    /// <example>1953</example>
    [JsonPropertyOrder(-7)]
    public required string Value { get; init; }
}
