using System.Text.Json.Nodes;
using AllianceApi.Graph;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Http.OpenApi;

/// <summary>Shows of each operation that takes a body what it may be tried with.</summary>
internal sealed class BodyOperations(Head head) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<BodyExamples>().FirstOrDefault() is not { } examples || operation.RequestBody is not OpenApiRequestBody body)
            return;
        body.Required = true;
        foreach (var media in body.Content!.Values.OfType<OpenApiMediaType>())
        {
            media.Examples = examples.Of(head.Current!).ToDictionary(
                example => example.Name,
                IOpenApiExample (example) => new OpenApiExample { Summary = example.Summary, Value = JsonNode.Parse(example.Json) },
                StringComparer.Ordinal);
        }
    }
}
