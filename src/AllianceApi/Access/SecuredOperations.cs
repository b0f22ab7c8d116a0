using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Access;

/// <summary>Shows of each operation which scope it needs, and how a credential is sent: what <em>Authorize</em> in Swagger UI asks for.</summary>
internal sealed class SecuredOperations : IOperationFilter
{
    private const string Key = "apiKey";
    private const string Token = "bearer";

    public static void Describe(SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(Key, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = KeyAuthentication.Header,
            Description = "A key, as `keys create` prints it.",
        });
        options.AddSecurityDefinition(Token, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Token,
            BearerFormat = "JWT",
            Description = "A token of the issuer that the server is configured with, if it is with any.",
        });
        options.OperationFilter<SecuredOperations>();
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<NeedsScope>().LastOrDefault() is not { } needs)
            return;
        operation.Description = $"{operation.Description}\n\nNeeds the scope `{needs.Scope.Word()}`.".TrimStart();
        operation.Security = [.. new[] { Key, Token }.Select(scheme => new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [needs.Scope.Word()],
        })];
        Header(operation, "401", "WWW-Authenticate", "How to send a credential, and what was wrong with the one that was sent.", JsonSchemaType.String);
        Header(operation, "429", "Retry-After", "In how many seconds to try again.", JsonSchemaType.Integer);
    }

    private static void Header(OpenApiOperation operation, string status, string name, string description, JsonSchemaType type)
    {
        if (operation.Responses?.GetValueOrDefault(status) is OpenApiResponse response)
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal))[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } };
    }
}
