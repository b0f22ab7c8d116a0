using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>What one revision changes: records as they are to be, and the ids of those that go. Facts follow from statements.</summary>
internal sealed class ChangeSet
{
    private const int Large = 5_000;

    /// <summary>Who makes the change.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }

    /// <summary>Whether it loads a pack; else it is made by hand.</summary>
    public bool IsLoad { get; init; }
    public List<Document> Documents { get; } = [];
    public List<Predicate> Predicates { get; } = [];
    public List<Entity> Entities { get; } = [];
    public List<Statement> Statements { get; } = [];
    public List<string> DeletedDocuments { get; } = [];
    public List<string> DeletedPredicates { get; } = [];
    public List<string> DeletedEntities { get; } = [];
    public List<string> DeletedStatements { get; } = [];

    /// <summary>What stands for a deleted record from now on.</summary>
    public Dictionary<(RecordType Type, string Id), string> Successors { get; } = [];

    /// <summary>The deleted entities that were merged into their successors.</summary>
    public HashSet<string> Merged { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Documents.Count + Predicates.Count + Entities.Count + Statements.Count
        + DeletedDocuments.Count + DeletedPredicates.Count + DeletedEntities.Count + DeletedStatements.Count == 0;

    /// <summary>Whether it puts so much that doing things side by side pays.</summary>
    public bool IsLarge => Entities.Count + Statements.Count >= Large;

    /// <summary>Gives each record that is put the revision and the time of the change.</summary>
    public void Stamp(long revision, DateTime time)
    {
        Documents.ForEach(document => document.Revision = revision);
        Predicates.ForEach(predicate => predicate.Revision = revision);
        Entities.ForEach(entity => (entity.Revision, entity.UpdatedAt) = (revision, time));
        Statements.ForEach(statement => (statement.Revision, statement.UpdatedAt) = (revision, time));
    }
}
