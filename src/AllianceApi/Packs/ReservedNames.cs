using System.Collections.Frozen;
using AllianceApi.Kinds;

namespace AllianceApi.Packs;

/// <summary>Names that no predicate or inverse may take, for they mean something else in queries and in records.</summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.ToFrozenSet(
    [
        "q", "limit", "cursor", "sort", "fields", "expand", "standing", "modality", "attributedTo", "negated", "format", "as-of", "asOf", "at", "since", "wait",
        "not", "id", "ids", "kind", "type", "name", "aliases", "summary", "summaryEvidence", "sameAs", "revision", "updatedAt", "contested", "links",
        "attributes", "relations", "subject", "predicate", "object", "value", "document", "section", "passage", "statement", "statements", "entity", "mentions",
        "depth", "direction", "roots", "from", "to", "k", "facets", "successor", "cascade",
    ]);

    private static readonly FrozenDictionary<string, string> Fields = Catalogue.Kinds
        .SelectMany(kind => kind.Fields)
        .DistinctBy(field => field.Name)
        .ToFrozenDictionary(field => field.Name, field => field.FromSource ? "an attribute" : "a member");

    /// <summary>What the name means already, or null where it is free.</summary>
    public static string? MeaningOf(string name) => Fields.GetValueOrDefault(name) ?? (Parameters.Contains(name) ? "a reserved name" : null);
}
