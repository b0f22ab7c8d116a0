using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AllianceApi.Tests.Support;

/// <summary>An issuer of tokens on this machine, with discovery, published keys and real signatures.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "alliance-tests";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;
    private readonly WebApplication _app;

    public Issuer()
    {
        _key = new RsaSecurityKey(_rsa) { KeyId = "first" };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Answer);
        _app.Start();
        Address = _app.Urls.Single();
    }

    public string Address { get; }

    /// <summary>The paths that were asked for.</summary>
    public ConcurrentBag<string> Asked { get; } = [];

    public static SigningCredentials Stranger() => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "first" }, SecurityAlgorithms.RsaSha256);

    /// <summary>A token as the issuer makes it, unless told otherwise.</summary>
    public string Token(string? scope = "curate", Action<SecurityTokenDescriptor>? but = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            Subject = new ClaimsIdentity([new Claim("sub", "u-17"), new Claim("name", "Kim Min-ji")]),
            IssuedAt = DateTime.UtcNow.AddHours(-2),
            NotBefore = DateTime.UtcNow.AddHours(-2),
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        };
        if (scope is not null)
            token.Subject.AddClaim(new Claim("scope", scope));
        but?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>The same with a header that asks for no check, and without a signature.</summary>
    public string Unsigned() => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Token().Split('.')[1]}.";

    /// <summary>Signed with the public key as if it were a shared secret: what a checker that goes by the header falls for.</summary>
    public string SignedWithThePublicKey() => Token(but: token => token.SigningCredentials = new SigningCredentials(
        new SymmetricSecurityKey(Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = "first" }, SecurityAlgorithms.HmacSha256));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        Asked.Add(context.Request.Path);
        if (context.Request.Path == "/.well-known/openid-configuration")
        {
            await context.Response.WriteAsJsonAsync(new { issuer = Address, jwks_uri = $"{Address}/keys" });
            return;
        }
        var (key, published) = (_rsa.ExportParameters(includePrivateParameters: false), "first");
        await context.Response.WriteAsJsonAsync(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = published, alg = "RS256", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } },
        });
    }
}
