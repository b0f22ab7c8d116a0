using System.Collections;
using System.Reflection;
using System.Text.Json;
using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>What a field holds.</summary>
internal enum FieldType
{
    Text,
    Date,
    Choice,
}

/// <summary>
/// A typed property of a kind, declared by the kind's response record: a member (a column of its class) or an attribute (a fact).
/// One list of these makes the bytes of an answer, the filters, the pack's keys and the documentation.
/// </summary>
internal sealed class Field
{
    private readonly PropertyInfo? _column;

    public Field(PropertyInfo property, Type entity)
    {
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        FromSource = property.IsDefined(typeof(FromSourceAttribute));
        Several = property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
        Required = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
        Description = Documentation.Of(property);

        var value = Several ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        value = Nullable.GetUnderlyingType(value) ?? value;
        Type = value == typeof(PartialDate) ? FieldType.Date
            : value == typeof(string) ? FieldType.Text
            : value.IsEnum && !FromSource ? FieldType.Choice
            : throw new InvalidOperationException($"{property.DeclaringType}.{property.Name}: make it a string, a PartialDate, or (a member) an enum.");
        Choices = Type == FieldType.Choice ? [.. Enum.GetNames(value).Select(JsonNamingPolicy.CamelCase.ConvertName)] : [];

        if (FromSource)
            return;
        _column = entity.GetProperty(property.Name)
            ?? throw new InvalidOperationException($"{entity.Name} has no column {property.Name}: add it, or mark the response's property [FromSource].");
    }

    /// <summary>The name in JSON, in packs and as a filter.</summary>
    public string Name { get; }

    /// <summary>Whether it is an attribute, a fact of the source, and not a member.</summary>
    public bool FromSource { get; }

    public bool Several { get; }

    public bool Required { get; }

    public FieldType Type { get; }

    /// <summary>The values that a choice allows.</summary>
    public IReadOnlyList<string> Choices { get; }

    public string Description { get; }

    /// <summary>The column of the kind's class that holds a member; null for an attribute.</summary>
    public PropertyInfo? Column => _column;

    /// <summary>The member's value of <paramref name="entity"/> as JSON has it; null where it has none.</summary>
    public string? Read(Entity entity) => _column!.GetValue(entity) switch
    {
        null => null,
        Enum choice => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()),
        var value => value.ToString(),
    };

    /// <summary>Sets the member from its JSON text, which must be allowed.</summary>
    public void Write(Entity entity, string? value)
    {
        var type = Nullable.GetUnderlyingType(_column!.PropertyType) ?? _column.PropertyType;
        _column.SetValue(entity, value is null ? null : type.IsEnum ? Enum.Parse(type, value, ignoreCase: true) : value);
    }
}
