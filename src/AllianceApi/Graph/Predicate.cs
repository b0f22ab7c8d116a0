namespace AllianceApi.Graph;

/// <summary>A relation type, data of the schema.</summary>
internal sealed class Predicate
{
    public required string Id { get; set; }
    public required string Label { get; set; }

    /// <summary>The id under which it reads from the object; null where it is symmetric.</summary>
    public string? InverseId { get; set; }
    public string? InverseLabel { get; set; }

    /// <summary>When to use it, and when not.</summary>
    public required string Definition { get; set; }

    /// <summary>The kinds that its subject may be of.</summary>
    public List<string> Domain { get; set; } = [];

    /// <summary>The kinds that its object may be of.</summary>
    public List<string> Range { get; set; } = [];
    public bool Symmetric { get; set; }
    public bool Transitive { get; set; }
    public bool SingleValued { get; set; }

    /// <summary>The predicates that cannot hold from the same subject to the same object.</summary>
    public List<string> Excludes { get; set; } = [];
    public long Revision { get; set; }
}
