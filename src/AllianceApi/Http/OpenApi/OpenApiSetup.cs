using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Http.OpenApi;

/// <summary>The OpenAPI document and Swagger UI. The document follows the schema of the graph, so it belongs to a snapshot.</summary>
internal static class OpenApiSetup
{
    private const string Name = "v1";

    private const string Description =
        "A knowledge graph of the South Korea–United States alliance, read from one document. No fact stands without the passage that says it, "
        + "and no opinion stands as a fact: each carries its **standing** (`stated` by the source, or `attributed` to somebody), its **modality** "
        + "(`asserted`, `projected`, `possible`) and its evidence; what contradicts is shown and marked `contested`.\n\n"
        + "Begin with `GET /api/v1`, or press *Try it out* anywhere: the examples answer as they stand.";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSingleton<ISerializerDataContractResolver>(new JsonSerializerDataContractResolver(Json.Options))
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Name, new OpenApiInfo
            {
                Title = "Alliance API",
                Version = Name,
                Description = Description,
                License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
                Contact = new OpenApiContact { Name = "The Alliance API authors" },
            });
            options.AddServer(new OpenApiServer { Url = "/", Description = "This server" });
            options.IncludeXmlComments(Documentation.FilePath);
            options.SupportNonNullableReferenceTypes();
            options.CustomSchemaIds(SchemaNames.Of);
            options.MapType<PartialDate>(() => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
                Description = "A date as precise as its source: a year, a month or a day.",
            });
            options.SchemaFilter<MemberSchemas>();
            options.OperationFilter<QueryOperations>();
            options.OperationFilter<BodyOperations>();
            options.DocumentFilter<TagDescriptions>();
            options.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethods.Head);
        });

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapMethods($"/openapi/{Name}.json", [HttpMethods.Get, HttpMethods.Head], (Snapshot graph, ISwaggerProvider swagger) =>
        {
            var document = graph.Remember("openapi", _ => swagger.GetSwagger(Name).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1).GetAwaiter().GetResult());
            return new GraphResult(graph, 0, json => json.Raw(System.Text.Encoding.UTF8.GetBytes(document)));
        }).ExcludeFromDescription();
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "Alliance API";
            options.SwaggerEndpoint($"/openapi/{Name}.json", "Alliance API v1");
            options.EnableDeepLinking();
            options.DisplayRequestDuration();
            options.DefaultModelsExpandDepth(0);
            options.ConfigObject.AdditionalItems["tryItOutEnabled"] = true;
        });
    }
}
