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
    public string Id
    {
        get
        {
            var target = IsAttribute ? PartOf(Target) : Target;
            var id = Negated ? $"{Subject}.not.{Name}.{target}" : $"{Subject}.{Name}.{target}";
            return ValidFrom is null && ValidTo is null ? id : $"{id}.{ValidFrom}_{ValidTo}";
        }
    }

    private static string PartOf(string value) =>
        PublicId.IsValid(value) ? value : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..12];
}
