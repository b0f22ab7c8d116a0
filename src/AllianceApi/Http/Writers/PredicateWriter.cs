using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Http.Writers;

/// <summary>Shows predicates as <see cref="PredicateResponse"/> has them.</summary>
internal static class PredicateWriter
{
    public static PredicateResponse Of(Snapshot graph, PredicateRow row) => new()
    {
        Id = row.Id,
        Label = row.Predicate.Label,
        Inverse = row.Predicate is { InverseId: { } id, InverseLabel: { } label } ? new InverseResponse { Id = id, Label = label } : null,
        Definition = row.Predicate.Definition,
        Domain = row.Predicate.Domain,
        Range = row.Predicate.Range,
        Symmetric = row.Predicate.Symmetric,
        Transitive = row.Predicate.Transitive,
        SingleValued = row.Predicate.SingleValued,
        Excludes = row.Predicate.Excludes,
        Count = graph.Under(row).Length,
        Revision = row.Predicate.Revision,
        Links = new PredicateLinks { Self = $"/api/v1/schema/predicates/{row.Id}", Relations = $"/api/v1/relations?predicate={row.Id}" },
    };
}
