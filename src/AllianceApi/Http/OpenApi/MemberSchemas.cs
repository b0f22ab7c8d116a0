using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Http.OpenApi;

/// <summary>What is unknown is left out and never null: a member may be null only where it must be there. Members that are there always are required.</summary>
internal sealed class MemberSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } properties } model)
            return;
        var nullability = new NullabilityInfoContext();
        foreach (var property in context.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!properties.TryGetValue(name, out var member))
                continue;
            var required = property.IsDefined(typeof(RequiredMemberAttribute));
            if (required)
                (model.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
            var mayBeNull = required && nullability.Create(property).ReadState == NullabilityState.Nullable;
            if (!mayBeNull && member is OpenApiSchema { Type: { } type } value)
                value.Type = type & ~JsonSchemaType.Null;
        }
    }
}
