using AllianceApi.Http;
using AllianceApi.Packs;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Imports;

/// <summary>That an operation takes a pack.</summary>
internal sealed record ImportBody;

/// <summary>Shows in which forms a pack is taken.</summary>
internal sealed class ImportOperations : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ImportBody>().Any())
            return;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = TextHeader.Note,
            In = ParameterLocation.Header,
            Description = "Why: kept with the revision. At most 500 characters.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "A pack, such as `GET /api/v1/export/pack` gives. `/schemas/pack.json` and, of lines, `/schemas/record.json` say what it may hold.",
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                [PackForm.Json.MediaType()] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "A pack as one object." } },
                [PackForm.Ndjson.MediaType()] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "A record a line." } },
                [PackForm.Zip.MediaType()] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The folder of a pack." } },
            },
        };
    }
}
