using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceApi.Shapes;

namespace AllianceApi.History;

/// <summary>A committed change of the graph.</summary>
public record RevisionResponse
{
    /// <summary>Its number: one more than that of the change before.</summary>
    /// <example>12</example>
    [JsonPropertyOrder(-3)]
    public required long Revision { get; init; }

    /// <summary>When it was committed, in UTC.</summary>
    [JsonPropertyOrder(-3)]
    public required DateTime Time { get; init; }

    /// <summary>Who made it: the name of the credential, or <c>import</c>.</summary>
    /// <example>tester</example>
    [JsonPropertyOrder(-3)]
    public required string By { get; init; }

    /// <summary>Why it was made.</summary>
    /// <example>Found another passage.</example>
    [JsonPropertyOrder(-3)]
    public required string Note { get; init; }

    /// <summary>Where it is to be had.</summary>
    public required Links Links { get; init; }
}

/// <summary>A committed change, and what it did.</summary>
public sealed record RevisionDetail : RevisionResponse
{
    /// <summary>How many records it put, merged or deleted.</summary>
    [JsonPropertyOrder(-2)]
    public required int Total { get; init; }

    /// <summary>The first 200 of them, in the order of type and id, each with what changed.</summary>
    [JsonPropertyOrder(-1)]
    public required IReadOnlyList<RevisionItem> Items { get; init; }
}

/// <summary>What a revision did to one record.</summary>
public sealed record RevisionItem
{
    /// <summary><c>document</c>, <c>predicate</c>, <c>entity</c> or <c>statement</c>.</summary>
    /// <example>statement</example>
    public required string Type { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary><c>put</c>, <c>merge</c> or <c>delete</c>.</summary>
    /// <example>put</example>
    public required string Op { get; init; }

    /// <summary>What it was merged into, or what stands for it now.</summary>
    public string? Successor { get; init; }

    /// <summary>What changed, member by member.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }
}

/// <summary>One change of one record.</summary>
public sealed record HistoryItem
{
    /// <summary>The revision that made it.</summary>
    /// <example>12</example>
    public required long Revision { get; init; }

    /// <summary>When it was committed, in UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>Why it was made.</summary>
    public required string Note { get; init; }

    /// <summary><c>put</c>, <c>merge</c> or <c>delete</c>.</summary>
    /// <example>put</example>
    public required string Op { get; init; }

    /// <summary>What it was merged into, or what stands for it now.</summary>
    public string? Successor { get; init; }

    /// <summary>What changed, member by member.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }
}

/// <summary>A member of a record, before and after.</summary>
public sealed record FieldChange
{
    /// <summary>The member as a JSON Pointer into the record as a pack has it; empty for the whole record.</summary>
    /// <example>/aliases</example>
    public required string Pointer { get; init; }

    /// <summary>What it was; absent where it was not there.</summary>
    public JsonElement? From { get; init; }

    /// <summary>What it is from then on; absent where it is there no more.</summary>
    public JsonElement? To { get; init; }
}
