namespace AllianceApi.Data;

/// <summary>A statement that the summary of an entity rests on.</summary>
internal sealed class SummaryLink
{
    public required string EntityId { get; set; }
    public required string StatementId { get; set; }
    public int Position { get; set; }
}

/// <summary>A passage that a statement cites.</summary>
internal sealed class CitationLink
{
    public required string StatementId { get; set; }
    public required string DocumentId { get; set; }
    public required string Locator { get; set; }
    public int Position { get; set; }
}

/// <summary>Somebody whose view a statement reports.</summary>
internal sealed class BearerLink
{
    public required string StatementId { get; set; }
    public required string EntityId { get; set; }
    public int Position { get; set; }
}

/// <summary>A fact that a statement supports; whether it asserts or denies it, the fact says.</summary>
internal sealed class SupportLink
{
    public required string StatementId { get; set; }
    public required string FactId { get; set; }
    public int Position { get; set; }
}

/// <summary>A predicate that excludes another.</summary>
internal sealed class ExclusionLink
{
    public required string PredicateId { get; set; }
    public required string ExcludedId { get; set; }
    public int Position { get; set; }
}
