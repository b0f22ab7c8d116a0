using System.Text.Json;

namespace AllianceApi.Changes;

/// <summary>What changed since a revision, in the order of commits.</summary>
public sealed record ChangesResponse
{
    /// <summary>Which graph these are changes of: random, made with the database.</summary>
    public required string Graph { get; init; }

    /// <summary>The changes. A page ends with a revision, never within one.</summary>
    public required IReadOnlyList<ChangeItem> Items { get; init; }

    /// <summary>The revision to go on from, as <c>since</c>.</summary>
    /// <example>12</example>
    public required long Next { get; init; }
}

/// <summary>One change of one record.</summary>
public sealed record ChangeItem
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

    /// <summary><c>document</c>, <c>predicate</c>, <c>entity</c> or <c>statement</c>.</summary>
    /// <example>statement</example>
    public required string Type { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it was merged into.</summary>
    public string? Into { get; init; }

    /// <summary>The record as a pack has it, where it was put.</summary>
    public JsonElement? Record { get; init; }
}
