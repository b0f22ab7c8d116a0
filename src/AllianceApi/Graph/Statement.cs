using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>One assertion or denial, in our own words, of what passages of a document say: the unit of evidence.</summary>
internal sealed class Statement
{
    public required string Id { get; set; }
    public required string Document { get; set; }

    /// <summary>The locators of the passages that say it.</summary>
    public List<string> Passages { get; set; } = [];
    public required string Text { get; set; }
    public string? Qualifier { get; set; }

    /// <summary>Whose view it is; empty where the source speaks in its own voice.</summary>
    public List<string> AttributedTo { get; set; } = [];
    public Modality Modality { get; set; }
    public List<Fact> Asserts { get; set; } = [];
    public List<Fact> Denies { get; set; } = [];
    public long Revision { get; set; }
    public DateTime UpdatedAt { get; set; }

    public Standing Standing => AttributedTo.Count == 0 ? Standing.Stated : Standing.Attributed;

    public IEnumerable<Fact> Facts => Asserts.Concat(Denies);
}
