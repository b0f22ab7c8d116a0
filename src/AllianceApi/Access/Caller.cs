using System.Security.Claims;

namespace AllianceApi.Access;

/// <summary>Who makes a request, as the credential says that was sent with it.</summary>
/// <param name="Credential">Tells it from all others for ever: <c>key:ID</c>, or <c>oidc:HASH-OF-ISSUER:SUBJECT</c>.</param>
/// <param name="Name">What people know them by: the author of their revisions.</param>
/// <param name="Scope">The widest that they have.</param>
internal sealed record Caller(string Credential, string Name, Scope Scope)
{
    private const string CredentialClaim = "credential";
    private const string ScopeClaim = "scope";

    /// <returns>Null where nobody was authenticated.</returns>
    public static Caller? Of(ClaimsPrincipal user) => user.FindFirst(CredentialClaim) is { } credential
        ? new Caller(credential.Value, user.Identity!.Name!, Enum.Parse<Scope>(user.FindFirst(ScopeClaim)!.Value))
        : null;

    public ClaimsPrincipal Principal(string scheme) => new(new ClaimsIdentity(
        [new Claim(CredentialClaim, Credential), new Claim(ClaimTypes.Name, Name), new Claim(ScopeClaim, $"{Scope}")], scheme));
}

/// <summary>The way to the caller from a handler.</summary>
internal static class Callers
{
    /// <summary>Who makes this request; only where the endpoint needs a scope.</summary>
    public static Caller Caller(this HttpContext context) =>
        Access.Caller.Of(context.User) ?? throw new InvalidOperationException("This endpoint needs no scope, so it has no caller: say RequireScope where it is mapped.");
}
