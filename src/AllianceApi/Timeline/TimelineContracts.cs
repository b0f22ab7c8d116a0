using AllianceApi.Shapes;

namespace AllianceApi.Timeline;

/// <summary>One dated thing: a date attribute, or a relation that held in a time.</summary>
public sealed record TimelineItem
{
    /// <summary>The date, or when the relation began to hold; absent where only its end is known.</summary>
    /// <example>1953</example>
    public PartialDate? Date { get; init; }

    /// <summary>When the relation ceased to hold, where that is known.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>What is dated: the subject of the fact.</summary>
    public required Reference Entity { get; init; }

    /// <summary>The attribute's name, or the predicate's id.</summary>
    /// <example>signed</example>
    public required string Name { get; init; }

    /// <summary>The object of a relation.</summary>
    public Reference? Object { get; init; }

    /// <summary>The id of the fact.</summary>
    /// <example>mutual-defense-treaty.signed.1953</example>
    public required string Fact { get; init; }

    /// <summary>Whose voice the fact is in.</summary>
    public required Standing Standing { get; init; }

    /// <summary>How sure the fact is put.</summary>
    public required Modality Modality { get; init; }

    /// <summary>With <c>at=</c>, whether the fact held then.</summary>
    public HeldThen? HeldThen { get; init; }
}
