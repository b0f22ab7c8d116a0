using System.Globalization;
using AllianceApi.Packs;

namespace AllianceApi.Commands;

/// <summary>Numbers of things in words.</summary>
internal static class Counted
{
    public static string Of(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture,
        $"{count} {(count == 1 ? one : many ?? one + "s")}");

    public static string Of(Pack pack) => string.Join(", ",
        $"{Of(pack.Documents.Count, "document")} with {Of(pack.Documents.Sum(document => document.Passages.Count), "passage")}",
        Of(pack.Predicates.Count, "predicate"),
        Of(pack.Entities.Count, "entity", "entities"),
        $"{Of(pack.Statements.Count, "statement")} with {Of(pack.Statements.SelectMany(statement => statement.Facts).Distinct().Count(), "fact")}");
}
