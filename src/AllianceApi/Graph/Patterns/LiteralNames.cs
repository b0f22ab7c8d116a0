using System.Collections.Frozen;
using AllianceApi.Kinds;

namespace AllianceApi.Graph.Patterns;

/// <summary>What can be asked of entities in literals, beside their facts: the members and attributes of all kinds, and what every entity has.</summary>
internal static class LiteralNames
{
    public const string Kind = "kind";
    public const string Name = "name";

    private static readonly FrozenDictionary<string, Field[]> Fields = Catalogue.Kinds.SelectMany(kind => kind.Fields)
        .GroupBy(field => field.Name, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static IEnumerable<string> All => Fields.Keys.Append(Kind).Append(Name).Order(StringComparer.Ordinal);

    /// <summary>The attributes of all kinds.</summary>
    public static IEnumerable<string> Attributes => Fields.Where(pair => pair.Value[0].FromSource).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    public static bool IsAttribute(string name) => Fields.TryGetValue(name, out var fields) && fields[0].FromSource;

    public static bool IsMember(string name) => name is Kind or Name || (Fields.TryGetValue(name, out var fields) && !fields[0].FromSource);

    public static bool IsDate(string name) => Fields.TryGetValue(name, out var fields) && fields[0].Type == FieldType.Date;

    /// <summary>The words that a member or <c>kind</c> may be; empty where it may be any text.</summary>
    public static IReadOnlyList<string> Choices(string name) =>
        name == Kind ? [.. Catalogue.Kinds.Select(kind => kind.Id)]
        : Fields.TryGetValue(name, out var fields) ? [.. fields.SelectMany(field => field.Choices).Distinct()]
        : [];

    /// <summary>The value of a member, of <c>kind</c> or <c>name</c>; null where an entity has none.</summary>
    public static string? Read(EntityRow entity, string name)
    {
        if (name == Kind)
            return entity.Kind.Id;
        if (name == Name)
            return entity.Name;
        for (var i = 0; i < entity.Kind.Members.Count; i++)
        {
            if (entity.Kind.Members[i].Name == name)
                return entity.Members[i];
        }
        return null;
    }
}
