using AllianceApi.Graph;

namespace AllianceApi.Curation;

/// <summary>Records that differ from others in a little.</summary>
internal static class RecordCopies
{
    public static Statement With(this Statement statement, List<Fact> asserts, List<Fact> denies, List<string> attributedTo) => new()
    {
        Id = statement.Id,
        Document = statement.Document,
        Passages = statement.Passages,
        Text = statement.Text,
        Qualifier = statement.Qualifier,
        AttributedTo = attributedTo,
        Modality = statement.Modality,
        Asserts = asserts,
        Denies = denies,
    };

    /// <summary>The predicate, no longer excluding another.</summary>
    public static Predicate Without(this Predicate predicate, string excluded) => new()
    {
        Id = predicate.Id,
        Label = predicate.Label,
        InverseId = predicate.InverseId,
        InverseLabel = predicate.InverseLabel,
        Definition = predicate.Definition,
        Domain = predicate.Domain,
        Range = predicate.Range,
        Symmetric = predicate.Symmetric,
        Transitive = predicate.Transitive,
        SingleValued = predicate.SingleValued,
        Excludes = [.. predicate.Excludes.Where(id => id != excluded)],
    };
}
