using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AllianceApi.Kinds;

namespace AllianceApi.Packs;

/// <summary>Whether two records say the same, whenever they were written.</summary>
internal static class SameRecord
{
    private static readonly string[] Written = [nameof(Entity.Revision), nameof(Entity.UpdatedAt)];

    private static readonly JsonSerializerOptions Members = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhenWritten } },
    };

    public static bool As<T>(T left, T right)
        where T : class => Text(left) == Text(right);

    private static string Text(object record) => JsonSerializer.Serialize(record, record.GetType(), Members);

    private static void LeaveOutWhenWritten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => Written.Contains(property.Name)))
            property.ShouldSerialize = (_, _) => false;
    }
}
