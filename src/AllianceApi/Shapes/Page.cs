using System.Text.Json.Serialization;

namespace AllianceApi.Shapes;

/// <summary>One page of a list.</summary>
public sealed record Page<T>
{
    /// <summary>The items of this page, in the order asked for.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many items the whole list has.</summary>
    public required int Total { get; init; }

    /// <summary>There, and true, where <c>total</c> is only a lower bound: the filters match more than were counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TotalIsAtLeast { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }
}
