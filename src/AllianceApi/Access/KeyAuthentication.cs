using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AllianceApi.Access;

/// <summary>Authenticates by the key in <c>X-Api-Key</c>. It also refuses what is ambiguous, and tokens where no issuer is set.</summary>
internal sealed class KeyAuthentication(
    ApiKeys keys, LastUse lastUse, AccessSettings settings, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";
    public const string Header = "X-Api-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers[Header];
        var token = Oidc.IsIn(Request);
        if (sent.Count == 0 && !token)
            return AuthenticateResult.NoResult();
        if (sent.Count == 0)
            return AuthenticateResult.Fail("This server takes no bearer tokens. Send a key as X-Api-Key.");
        if (token || sent.Count > 1)
            return AuthenticateResult.Fail($"There is more than one credential. Send one: a single X-Api-Key{(settings.Oidc is null ? "" : ", or a bearer token")}.");

        var (key, wrong) = await keys.CheckAsync(sent.ToString(), Context.RequestAborted);
        if (key is null)
            return AuthenticateResult.Fail(wrong);
        lastUse.Note(key.Id);
        var caller = new Caller($"key:{key.Id}", key.Name, key.Scope);
        return AuthenticateResult.Success(new AuthenticationTicket(caller.Principal(Name), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append("WWW-Authenticate", $"{Name} header=\"{Header}\"");
        return Task.CompletedTask;
    }
}
