using System.Security.Cryptography;
using System.Text;
using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>
/// What statements support: a relation (subject, predicate, object) or an attribute (subject, name, literal). It is what its parts are, and has no other identity.
/// </summary>
internal sealed record Fact
{
    public required string Subject { get; init; }

    /// <summary>The predicate's id, or the attribute's name.</summary>
    public required string Name { get; init; }

    /// <summary>The object's id, or the attribute's literal.</summary>
    public required string Target { get; init; }

    public bool IsAttribute { get; init; }

    public bool Negated { get; init; }

    public PartialDate? ValidFrom { get; init; }

    public PartialDate? ValidTo { get; init; }

    /// <summary>The public id: the parts joined by dots, <c>not</c> behind the subject where it is denied, the time as one part more.</summary>
    public string Id => IdOf(Subject, Negated, Name, IsAttribute ? PartOf(Target) : Target, Period.Of(ValidFrom, ValidTo));

    /// <summary>The public id of a fact by its parts.</summary>
    public static string IdOf(string subject, bool negated, string name, string target, Period? period)
    {
        var id = negated ? $"{subject}.not.{name}.{target}" : $"{subject}.{name}.{target}";
        return period is null ? id : $"{id}.{period.From}_{period.To}";
    }

    /// <summary>A literal as a part of an id: itself where it has the form of one, else the beginning of its hash.</summary>
    public static string PartOf(string value) =>
        PublicId.IsValid(value) ? value : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..12];
}
