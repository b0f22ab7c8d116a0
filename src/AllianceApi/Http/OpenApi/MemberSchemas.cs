using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Http.OpenApi;

/// <summary>
/// What is unknown is left out and never null: a member may be null only where it must be there and its type says so. Members that are there always
/// are required. More may be added one day, so others are not forbidden.
/// </summary>
internal sealed class MemberSchemas : ISchemaFilter
{
    private readonly NullabilityInfoContext _nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } properties } model)
            return;
        model.AdditionalPropertiesAllowed = true;
        foreach (var property in context.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!properties.TryGetValue(name, out var member))
                continue;
            var required = property.IsDefined(typeof(RequiredMemberAttribute));
            if (required)
                (model.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
            if (!(required && MayBeNull(property)) && member is OpenApiSchema { Type: { } type } value)
                value.Type = type & ~JsonSchemaType.Null;
        }
    }

    private bool MayBeNull(PropertyInfo property)
    {
        // Filters run on several requests at once; the context is not made for that.
        lock (_nullability)
            return _nullability.Create(property).ReadState == NullabilityState.Nullable;
    }
}
