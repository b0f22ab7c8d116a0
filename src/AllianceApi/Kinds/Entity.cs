namespace AllianceApi.Kinds;

/// <summary>A thing that the graph knows, as the store and packs hold it: its members, without facts.</summary>
internal abstract class Entity
{
    public required string Id { get; set; }
    public required string Name { get; set; }
    public List<string> Aliases { get; set; } = [];
    public required string Summary { get; set; }

    /// <summary>The ids of the statements that the summary rests on.</summary>
    public List<string> SummaryEvidence { get; set; } = [];
    public List<string> SameAs { get; set; } = [];
    public long Revision { get; set; }
    public DateTime UpdatedAt { get; set; }
}
