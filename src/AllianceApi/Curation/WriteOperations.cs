using System.Text.Json.Nodes;
using AllianceApi.Graph;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Curation;

/// <summary>Shows of each write the body that it takes, its headers, and what it answers with in headers.</summary>
internal sealed class WriteOperations(Head head) : IOperationFilter
{
    private static readonly (string Name, string Description)[] Common =
    [
        ("Change-Note", "Why: kept with the revision. At most 500 characters."),
        ("Idempotency-Key", "A new random text with each write. The same request with the same key is answered as the first time for 24 hours, and not carried out again."),
        ("Prefer", "`return=minimal` leaves the body out."),
    ];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IsWrite>().Any())
            return;
        operation.Parameters ??= [];
        if (metadata.OfType<NeedsMatch>().Any())
            operation.Parameters.Add(Header("If-Match", "The `ETag` of what is changed; only the record's own revision counts. `*` takes whatever is there.", required: true));
        foreach (var (name, description) in Common)
            operation.Parameters.Add(Header(name, description, required: false));
        if (metadata.OfType<WriteBody>().FirstOrDefault() is { } body)
            operation.RequestBody = BodyOf(context, body.Definition);
        foreach (var (status, response) in operation.Responses!.Where(pair => pair.Key.StartsWith('2')))
            Describe((OpenApiResponse)response, status);
    }

    private OpenApiRequestBody BodyOf(OperationFilterContext context, string definition)
    {
        var patch = context.ApiDescription.HttpMethod == HttpMethods.Patch;
        var schema = new SchemaTranslation(context.SchemaRepository, context.Document).Named(definition, patch);
        var media = new OpenApiMediaType { Schema = schema };
        if (!patch && WriteExamples.Of(head.Current!, definition, isNew: context.ApiDescription.HttpMethod == "POST") is { } example)
            media.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal) { ["example"] = new OpenApiExample { Summary = example.Summary, Value = JsonNode.Parse(example.Json) } };
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal) { [patch ? "application/merge-patch+json" : "application/json"] = media },
        };
    }

    private static void Describe(OpenApiResponse response, string status)
    {
        response.Description = status == "201" ? "It was made." : "It was done.";
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        Add("ETag", "The tag of the record now, to be sent as `If-Match` with the next change.");
        Add("Contested", "The facts of the record that others contradict, by their ids.");
        Add("Dry-Run", "`true` where nothing was changed.");
        Add("Preference-Applied", "Which preference was followed.");
        if (status == "201")
            Add("Location", "Where it is to be had.");

        void Add(string name, string description) =>
            response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static OpenApiParameter Header(string name, string description, bool required) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = required,
        Example = required ? "*" : null,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
