using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AllianceApi.Access;

/// <summary>Who may do what: keys, tokens, a policy for each scope, and how all of it is documented.</summary>
internal static class AccessSetup
{
    /// <summary>Chooses between keys and tokens by what was sent. No scheme is the default, so reads that are open to all authenticate nobody.</summary>
    public const string Scheme = "Credential";

    /// <summary>The CORS policy of writes.</summary>
    public const string WritersPolicy = "writers";

    private static readonly string[] Writes = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <exception cref="SettingException">A setting has a value that it cannot have.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AccessSettings.Of(configuration);
        var authentication = services.AddAuthentication()
            .AddPolicyScheme(Scheme, null, options => options.ForwardDefaultSelector = context => Choose(context.Request, settings))
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, null);
        if (settings.Oidc is not null)
            authentication.AddOidc(settings.Oidc);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in Scopes.All)
            authorization.AddPolicy(scope.Word(), policy => policy.AddAuthenticationSchemes(Scheme).RequireAssertion(asked => Caller.Of(asked.User)?.Scope >= scope));
        return services
            .AddSingleton(settings).AddSingleton<ApiKeys>().AddSingleton<FailedTries>().AddSingleton<LastUse>()
            .AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>()
            .Configure<SwaggerGenOptions>(SecuredOperations.Describe)
            .Configure<CorsOptions>(cors => cors.AddPolicy(WritersPolicy, policy => AllowWriters(policy, settings, cors)));
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static string Choose(HttpRequest request, AccessSettings settings) =>
        settings.Oidc is not null && Oidc.IsIn(request) && !request.Headers.ContainsKey(KeyAuthentication.Header) ? Oidc.Name : KeyAuthentication.Name;

    /// <summary>Pages of other origins write only where they are listed, and then by the same headers as they read.</summary>
    private static void AllowWriters(CorsPolicyBuilder policy, AccessSettings settings, CorsOptions cors) => policy
        .WithOrigins([.. settings.Origins]).WithMethods(Writes).AllowAnyHeader().WithExposedHeaders([.. cors.GetPolicy(cors.DefaultPolicyName)!.ExposedHeaders]);
}
