using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>The server asks nobody but the issuer that it is configured with.</summary>
public sealed class Api7ServerSideRequestForgeryTests(GuardedGraph api)
{
    [Fact]
    public async Task A_token_cannot_say_where_its_key_is_to_be_had()
    {
        await using var stranger = new Issuer();
        var token = stranger.Token("admin", token =>
        {
            token.Issuer = api.Issuer.Address;
            token.AdditionalHeaderClaims = new Dictionary<string, object>(StringComparer.Ordinal) { ["jku"] = $"{stranger.Address}/keys", ["x5u"] = $"{stranger.Address}/keys" };
        });
        (await api.Ask("POST", ("Authorization", $"Bearer {token}"))).Problem(401, "unauthorized");
        (await api.Ask("POST", ("Authorization", $"Bearer {stranger.Token("admin")}"))).Problem(401, "unauthorized");
        Assert.Empty(stranger.Asked);
    }

    [Fact]
    public async Task No_parameter_takes_an_address()
    {
        string[] suspicious = ["url", "uri", "href", "callback", "webhook", "redirect", "proxy"];
        Assert.All((await Operation.All(api)).SelectMany(operation => operation.Parameters), parameter =>
            Assert.DoesNotContain(suspicious, word => parameter.Text("name").Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
