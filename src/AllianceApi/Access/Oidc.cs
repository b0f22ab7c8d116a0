using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace AllianceApi.Access;

/// <summary>Bearer tokens of the issuer that is configured.</summary>
internal static class Oidc
{
    public const string Name = JwtBearerDefaults.AuthenticationScheme;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Signatures that only the issuer can make: none, and those by a shared secret, are not among them.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>What people are known by, the best first.</summary>
    private static readonly string[] Names = ["name", "preferred_username", "email", "client_id", "azp"];

    public static bool IsIn(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith($"{Name} ", StringComparison.OrdinalIgnoreCase);

    public static void AddOidc(this AuthenticationBuilder authentication, OidcSettings settings) => authentication.AddJwtBearer(Name, options =>
    {
        options.Authority = settings.IssuerName;
        options.RequireHttpsMetadata = !settings.Issuer.IsLoopback;
        options.BackchannelTimeout = Patience;
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.IssuerName,
            ValidAudience = settings.Audience,
            ValidAlgorithms = Algorithms,
            ClockSkew = ClockSkew,
        };
        options.Events = new JwtBearerEvents
        {
            // Whatever is wrong with a token is an answer and no failure of the program.
            OnAuthenticationFailed = context =>
            {
                context.Fail(context.Exception);
                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                if (Of(context.Principal!, settings) is { } caller)
                    context.Principal = caller.Principal(Name);
                else
                    context.Fail("The token names nobody: it has neither a 'sub' nor a 'client_id'.");
                return Task.CompletedTask;
            },
        };
    });

    /// <summary>What is wrong with a token, for people.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => "The token has expired. Get a new one.",
        SecurityTokenNotYetValidException => "The token is not valid yet. Is the clock right?",
        SecurityTokenInvalidAudienceException => "The token was made for another audience.",
        SecurityTokenInvalidIssuerException => "The token is of another issuer.",
        SecurityTokenMalformedException or ArgumentException => "The token is no JSON Web Token.",
        SecurityTokenException => "The token has no signature by a key that the issuer publishes, or those keys cannot be had just now.",
        AuthenticationFailureException => failure.Message,
        _ => "The token cannot be checked.",
    };

    private static Caller? Of(ClaimsPrincipal token, OidcSettings settings)
    {
        if ((token.FindFirst("sub") ?? token.FindFirst("client_id")) is not { Value: { Length: > 0 } subject })
            return null;
        var issuer = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.IssuerName)))[..16];
        var name = Names.Select(claim => token.FindFirst(claim)?.Value).FirstOrDefault(value => value is { Length: > 0 }) ?? subject;
        var scopes = token.FindAll(settings.ScopeClaim).SelectMany(claim => claim.Value.Split(' '));
        return new Caller($"oidc:{issuer}:{subject}", name, Scopes.WidestOf(scopes));
    }
}
