using System.Net;
using System.Security.Claims;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Access;

public sealed class TokensTests(GuardedGraph api)
{
    private static readonly Dictionary<string, (Func<Issuer, string> Token, string Detail)> Bad = new(StringComparer.Ordinal)
    {
        ["expired"] = (issuer => issuer.Token(but: token => token.Expires = DateTime.UtcNow.AddHours(-1)), "The token has expired."),
        ["not yet valid"] = (issuer => issuer.Token(but: token => token.NotBefore = DateTime.UtcNow.AddMinutes(30)), "The token is not valid yet."),
        ["without an end"] = (issuer => issuer.Token(but: token => token.Expires = null), "The token has no"),
        ["for others"] = (issuer => issuer.Token(but: token => token.Audience = "others"), "The token was made for another audience."),
        ["for nobody"] = (issuer => issuer.Token(but: token => token.Audience = null), "The token was made for another audience."),
        ["of another issuer"] = (issuer => issuer.Token(but: token => token.Issuer = "https://elsewhere.example"), "The token is of another issuer."),
        ["unsigned"] = (issuer => issuer.Unsigned(), "The token has no signature"),
        ["signed by a stranger"] = (issuer => issuer.Token(but: token => token.SigningCredentials = Issuer.Stranger()), "The token has no signature"),
        ["signed with the public key"] = (issuer => issuer.SignedWithThePublicKey(), "The token has no signature"),
        ["of nobody"] = (issuer => issuer.Token(but: token => token.Subject = new ClaimsIdentity([new Claim("scope", "admin")])), "The token names nobody"),
        ["changed"] = (issuer => issuer.Token()[..^6] + "AAAAAA", "The token has no signature"),
        ["cut short"] = (issuer => issuer.Token().Split('.')[0], "The token is no JSON Web Token."),
        ["nonsense"] = (_ => "nonsense", "The token is no JSON Web Token."),
        ["dots"] = (_ => "..", "The token is no JSON Web Token."),
        ["not ASCII"] = (_ => "schlüssel.열쇠.x", "The token is no JSON Web Token."),
        ["huge"] = (_ => new string('a', 20_000), "The token is no JSON Web Token."),
    };

    private static readonly string[] Roles = ["x", "curate"];

    public static TheoryData<string> BadOnes { get; } = [.. Bad.Keys];

    [Theory, MemberData(nameof(BadOnes))]
    public async Task A_token_that_is_no_good_is_a_401_that_says_why(string which)
    {
        var answer = await Ask(Bad[which].Token(api.Issuer));
        Assert.StartsWith(Bad[which].Detail, answer.Problem(401, "unauthorized").Text("detail"), StringComparison.Ordinal);
        Assert.Contains("Bearer error=\"invalid_token\"", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curate", "curate")]
    [InlineData("openid curate profile", "curate")]
    [InlineData("read admin", "admin")]
    public async Task A_good_token_is_taken_and_says_who_asks(string scope, string widest)
    {
        var answer = await Ask(api.Issuer.Token(scope));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches($"^oidc:[0-9a-f]{{16}}:u-17 {widest} Kim Min-ji$", answer.Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("openid profile")]
    [InlineData("CURATE curated xcurate")]
    [InlineData("read")]
    public async Task Without_the_scope_it_is_a_403_that_names_it(string? scope)
    {
        var answer = await Ask(api.Issuer.Token(scope));
        Assert.Equal("This needs the scope 'curate'. The credential has 'read'.", answer.Problem(403, "forbidden").Text("detail"));
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"curate\"", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task Scopes_may_be_a_list_in_another_claim()
    {
        await using var issuer = new Issuer();
        await using var own = new Api(() => InventedGraph.Folder, settings:
            [("Access:Oidc:Issuer", issuer.Address), ("Access:Oidc:Audience", Issuer.Audience), ("Access:Oidc:ScopeClaim", "roles"), ("Access:ReadsNeedKey", "true")]);
        var token = issuer.Token(null, token => token.Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["roles"] = Roles });
        Assert.Equal(HttpStatusCode.OK, (await own.Get("/api/v1/treaties", ("Authorization", $"Bearer {token}"))).Status);
    }

    [Fact]
    public async Task A_server_without_an_issuer_takes_no_tokens()
    {
        await using var own = new Api(() => InventedGraph.Folder, settings: ("Access:ReadsNeedKey", "true"));
        var answer = await own.Get("/api/v1/treaties", ("Authorization", $"Bearer {api.Issuer.Token()}"));
        Assert.StartsWith("This server takes no bearer tokens.", answer.Problem(401, "unauthorized").Text("detail"), StringComparison.Ordinal);
        Assert.Equal("ApiKey header=\"X-Api-Key\"", answer.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("Basic a2ltOnNlY3JldA==")]
    [InlineData("Bearer")]
    public async Task Another_sort_of_authorization_is_none(string header) => Assert.StartsWith(
        "This needs a credential", (await api.Ask("POST", ("Authorization", header))).Problem(401, "unauthorized").Text("detail"), StringComparison.Ordinal);

    private Task<Answer> Ask(string token) => api.Ask("POST", ("Authorization", $"Bearer {token}"));
}
