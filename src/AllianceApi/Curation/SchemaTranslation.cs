using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Curation;

/// <summary>Turns the JSON Schemas by which writes are checked into components of the OpenAPI document, so that what is shown is what holds.</summary>
internal sealed class SchemaTranslation(SchemaRepository components, OpenApiDocument document)
{
    /// <param name="partial">Whether no member is required, as in a merge patch.</param>
    public OpenApiSchemaReference Named(string definition, bool partial = false)
    {
        var name = NameOf(definition) + (partial ? "Patch" : "Body");
        if (!components.Schemas.ContainsKey(name))
        {
            components.Schemas[name] = new OpenApiSchema();
            var schema = (OpenApiSchema)Of(WriteSchemas.Definitions[definition]!.AsObject());
            if (partial)
                schema.Required = null;
            components.Schemas[name] = schema;
        }
        return new OpenApiSchemaReference(name, document);
    }

    private static string NameOf(string definition)
    {
        var name = definition.StartsWith("entity-", StringComparison.Ordinal) ? definition["entity-".Length..] : definition;
        return string.Concat(name.Split('-').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));
    }

    private IOpenApiSchema Of(JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
            return Named(reference.GetValue<string>()["#/definitions/".Length..]);
        return new OpenApiSchema
        {
            Description = schema["description"]?.GetValue<string>(),
            Type = schema["type"] is { } type ? Enum.Parse<JsonSchemaType>(type.GetValue<string>(), ignoreCase: true) : null,
            Enum = schema["enum"] is JsonArray choices ? [.. choices.Select(choice => choice!.DeepClone())] : null,
            Pattern = schema["pattern"]?.GetValue<string>(),
            MinLength = schema["minLength"]?.GetValue<int>(),
            MaxLength = schema["maxLength"]?.GetValue<int>(),
            MinItems = schema["minItems"]?.GetValue<int>(),
            MaxItems = schema["maxItems"]?.GetValue<int>(),
            UniqueItems = schema["uniqueItems"]?.GetValue<bool>(),
            Items = schema["items"] is JsonObject items ? Of(items) : null,
            OneOf = schema["oneOf"] is JsonArray alternatives ? [.. alternatives.Select(alternative => Of(alternative!.AsObject()))] : null,
            Required = schema["required"] is JsonArray required ? required.Select(member => member!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) : null,
            Properties = schema["properties"] is JsonObject properties
                ? properties.ToDictionary(property => property.Key, property => Of(property.Value!.AsObject()), StringComparer.Ordinal)
                : null,
        };
    }
}
