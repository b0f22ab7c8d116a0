using AllianceApi.Graph;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Http.OpenApi;

/// <summary>Shows of each operation the parameters that its endpoint reads and refuses by, path values that answer, and the headers of its answers.</summary>
internal sealed class QueryOperations(Head head) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var graph = head.Current!;
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in TimeParameters.Of(metadata, graph))
            operation.Parameters.Add(Of(parameter, graph));

        var values = metadata.OfType<PathExample>().SelectMany(example => example.Values(graph)).ToList();
        foreach (var (parameter, value) in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path).Zip(values))
        {
            parameter.Description = parameter.Name == "locator" ? "The passage's locator: section, paragraph and sentence." : "The id, kebab-case; that of a fact is made of its parts.";
            parameter.Example = value;
        }
        foreach (var offer in metadata.OfType<Offers>().SelectMany(offers => offers.Formats))
            ((OpenApiResponse)operation.Responses!["200"]).Content!.TryAdd(offer.MediaType, TextOf(offer));
        var reads = context.ApiDescription.HttpMethod == HttpMethods.Get;
        if (reads)
            operation.Responses!["304"] = new OpenApiResponse { Description = "Nothing changed since the answer that `If-None-Match` names." };
        foreach (var (status, response) in operation.Responses!)
            Headers((OpenApiResponse)response, status, tagged: reads);
        operation.Responses = InOrder(operation.Responses);
    }

    /// <summary>A format beside JSON is a text to OpenAPI, unless its media type says that it is JSON too.</summary>
    private static OpenApiMediaType TextOf(Offer offer) => new()
    {
        Schema = new OpenApiSchema { Description = offer.Description, Type = offer.MediaType.EndsWith("json", StringComparison.Ordinal) && offer.Name != "ndjson" ? JsonSchemaType.Object : JsonSchemaType.String },
    };

    private static OpenApiResponses InOrder(OpenApiResponses responses)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            ordered[status] = response;
        return ordered;
    }

    private static void Headers(OpenApiResponse response, string status, bool tagged)
    {
        response.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["Graph-Revision"] = new OpenApiHeader { Description = "The revision of the graph that the answer is of.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
        };
        if (status != "200")
            return;
        response.Description = "The answer.";
        if (tagged)
            response.Headers["ETag"] = new OpenApiHeader { Description = "A strong tag: send it as `If-None-Match` to be told 304 while nothing changed.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static OpenApiParameter Of(Parameter parameter, Snapshot graph)
    {
        var value = new OpenApiSchema
        {
            Type = TypeOf(parameter.Type),
            Enum = parameter.Allowed.Count > 0 && parameter.Type != ParameterType.Boolean ? [.. parameter.Allowed] : null,
            Minimum = parameter.Least?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = parameter.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        if (parameter.Default is { } otherwise && !parameter.Many)
            value.Default = parameter.Type switch
            {
                ParameterType.Integer => int.Parse(otherwise, System.Globalization.CultureInfo.InvariantCulture),
                ParameterType.Boolean => bool.Parse(otherwise),
                _ => otherwise,
            };
        // Generators of clients stumble over lists that are required: one of these is a text with commas.
        var isList = parameter is { Many: true, Required: false };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Required = parameter.Required,
            Example = parameter.Required && parameter.Example?.Invoke(graph) is { } example ? example : null,
            Description = parameter is { Default: { } unlessTold, Many: true } ? $"{parameter.Description} Unless told: `{unlessTold}`." : parameter.Description,
            Style = isList ? ParameterStyle.Form : null,
            Explode = !isList,
            Schema = isList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
        };
    }

    private static JsonSchemaType TypeOf(ParameterType type) => type switch
    {
        ParameterType.Integer => JsonSchemaType.Integer,
        ParameterType.Boolean => JsonSchemaType.Boolean,
        _ => JsonSchemaType.String,
    };
}
