namespace AllianceApi.Graph;

/// <summary>What a public id names: each has a namespace of its own.</summary>
internal enum RecordType
{
    Document,
    Passage,
    Predicate,
    Entity,
    Statement,
    Fact,
}
