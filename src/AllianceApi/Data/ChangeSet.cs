using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Data;

/// <summary>What one revision changes: records as they are to be, and the ids of those that go. Facts follow from statements.</summary>
internal sealed class ChangeSet
{
    public required string By { get; init; }
    public required string Note { get; init; }
    public List<Document> Documents { get; } = [];
    public List<Predicate> Predicates { get; } = [];
    public List<Entity> Entities { get; } = [];
    public List<Statement> Statements { get; } = [];
    public List<string> DeletedPredicates { get; } = [];
    public List<string> DeletedEntities { get; } = [];
    public List<string> DeletedStatements { get; } = [];

    public bool IsEmpty => Documents.Count + Predicates.Count + Entities.Count + Statements.Count
        + DeletedPredicates.Count + DeletedEntities.Count + DeletedStatements.Count == 0;
}
