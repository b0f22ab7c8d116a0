using AllianceApi.Shapes;

namespace AllianceApi.Schema;

/// <summary>The ontology: what the graph can hold, and so what can be asked of it.</summary>
public sealed record SchemaResponse
{
    /// <summary>The kinds of entities.</summary>
    public required IReadOnlyList<KindResponse> Kinds { get; init; }

    /// <summary>The relation types.</summary>
    public required IReadOnlyList<PredicateResponse> Predicates { get; init; }

    /// <summary>Whose voice statements are in.</summary>
    public required IReadOnlyList<string> Standings { get; init; }

    /// <summary>How sure statements are put.</summary>
    public required IReadOnlyList<string> Modalities { get; init; }

    /// <summary>Where it is to be had.</summary>
    public required SchemaLinks Links { get; init; }
}

/// <summary>Where the parts of the schema are to be had, as paths of this API.</summary>
public sealed record SchemaLinks : Links
{
    /// <summary>The kinds.</summary>
    public required string Kinds { get; init; }

    /// <summary>The predicates.</summary>
    public required string Predicates { get; init; }
}

/// <summary>A kind of entity, with the words that its lists can be filtered by.</summary>
public sealed record KindResponse
{
    /// <summary>Its id, as <c>kind</c> has it.</summary>
    /// <example>treaty</example>
    public required string Id { get; init; }

    /// <summary>What is of this kind.</summary>
    public required string Description { get; init; }

    /// <summary>How many entities are of it.</summary>
    public required int Count { get; init; }

    /// <summary>Its typed members: our own classification and framing, without evidence of their own.</summary>
    public required IReadOnlyList<FieldResponse> Members { get; init; }

    /// <summary>Its attributes: what the source says of it in a literal, each value a fact with evidence.</summary>
    public required IReadOnlyList<FieldResponse> Attributes { get; init; }

    /// <summary>The predicates as they read from an entity of this kind, inverse ones included.</summary>
    public required IReadOnlyList<ReadingResponse> Predicates { get; init; }

    /// <summary>Where it and its entities are to be had.</summary>
    public required KindLinks Links { get; init; }
}

/// <summary>Where a kind and its entities are to be had, as paths of this API.</summary>
public sealed record KindLinks : Links
{
    /// <summary>The list of its entities.</summary>
    /// <example>/api/v1/treaties</example>
    public required string Entities { get; init; }
}

/// <summary>A typed member or attribute of a kind.</summary>
public sealed record FieldResponse
{
    /// <summary>Its name in JSON, in packs and as a filter.</summary>
    /// <example>signed</example>
    public required string Name { get; init; }

    /// <summary><c>text</c>, <c>date</c> or <c>choice</c>.</summary>
    /// <example>date</example>
    public required string Type { get; init; }

    /// <summary>The values of a choice.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Whether an entity has several at once.</summary>
    public required bool Several { get; init; }

    /// <summary>What it says.</summary>
    public required string Description { get; init; }
}

/// <summary>A predicate as it reads from one of its ends.</summary>
public sealed record ReadingResponse
{
    /// <summary>The id to filter by: the predicate's own, or its inverse's.</summary>
    /// <example>party-to</example>
    public required string Id { get; init; }

    /// <summary>How it reads from an entity of this kind.</summary>
    /// <example>is party to</example>
    public required string Label { get; init; }

    /// <summary>The predicate's own id.</summary>
    /// <example>party</example>
    public required string Predicate { get; init; }
}
