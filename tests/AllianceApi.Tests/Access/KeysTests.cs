using System.Net;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Access;

public sealed class KeysTests(GuardedGraph api)
{
    private const string Header = "X-Api-Key";

    [Theory]
    [InlineData("read", "POST", 403)]
    [InlineData("curate", "POST", 200)]
    [InlineData("admin", "POST", 200)]
    [InlineData("read", "DELETE", 403)]
    [InlineData("curate", "DELETE", 403)]
    [InlineData("admin", "DELETE", 200)]
    public async Task A_key_allows_what_its_scope_and_those_before_it_allow(string scope, string method, int status) =>
        Assert.Equal(status, (int)(await api.Ask(method, (Header, await api.NewKey(Scopes.WidestOf([scope]))))).Status);

    [Fact]
    public async Task The_handler_is_told_who_asks()
    {
        var key = await api.NewKey(Scope.Curate, "Kim Min-ji");
        Assert.Equal($"key:{key.Split('_')[1]} curate Kim Min-ji", (await api.Ask("POST", (Header, key))).Text);
    }

    [Fact]
    public async Task Without_a_credential_it_is_a_401_that_says_how_to_send_one()
    {
        var answer = await api.Ask("POST");
        Assert.Equal(
            "This needs a credential with the scope 'curate'. Send a key as X-Api-Key, or a token as 'Authorization: Bearer'.",
            answer.Problem(401, "unauthorized").Text("detail"));
        Assert.Equal("ApiKey header=\"X-Api-Key\", Bearer", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task With_a_lesser_scope_it_is_a_403_that_names_the_one_that_is_missing()
    {
        var problem = (await api.Ask("DELETE", (Header, await api.NewKey(Scope.Curate)))).Problem(403, "forbidden");
        Assert.Equal("This needs the scope 'admin'. The credential has 'curate'.", problem.Text("detail"));
    }

    [Theory]
    [InlineData("ak_")]
    [InlineData("secret")]
    [InlineData("ak_0123456789abcdef")]
    [InlineData("ak_0123456789abcdef_0123")]
    [InlineData("ak_0123456789ABCDEF_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("ak_0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg")]
    [InlineData("ak_0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, x")]
    [InlineData("schlüssel-열쇠")]
    [InlineData("' OR 1=1 --")]
    public async Task What_has_not_the_form_of_a_key_is_a_401(string key) =>
        Assert.Contains("has not the form of a key", await Refused((Header, key)), StringComparison.Ordinal);

    [Fact]
    public async Task A_huge_key_is_a_401() => Assert.Contains("has not the form of a key", await Refused((Header, new string('a', 20_000))), StringComparison.Ordinal);

    [Fact]
    public async Task A_key_that_is_unknown_or_has_another_secret_is_a_401_that_does_not_tell_which()
    {
        var key = await api.NewKey(Scope.Admin);
        var other = (await api.NewKey(Scope.Admin)).Split('_');
        var unknown = await Refused((Header, $"ak_0000000000000000_{other[2]}"));
        Assert.Equal(unknown, await Refused((Header, $"ak_{key.Split('_')[1]}_{other[2]}")));
        Assert.StartsWith("There is no such key.", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_key_is_a_401_from_the_moment_on() =>
        Assert.StartsWith("The key has expired.", await Refused((Header, await api.NewKey(Scope.Curate, expires: DateTime.UtcNow))), StringComparison.Ordinal);

    [Fact]
    public async Task A_key_that_is_revoked_is_no_good_from_the_next_request_on()
    {
        var key = await api.NewKey(Scope.Curate);
        Assert.Equal(HttpStatusCode.OK, (await api.Ask("POST", (Header, key))).Status);
        await (await api.Service<ApiKeys>()).RevokeAsync(key.Split('_')[1], CancellationToken.None);
        Assert.StartsWith("The key was revoked.", await Refused((Header, key)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_credentials_are_a_401_even_if_each_is_good()
    {
        var key = await api.NewKey(Scope.Curate);
        Assert.StartsWith("There is more than one credential.", await Refused((Header, key), (Header, key)), StringComparison.Ordinal);
        Assert.StartsWith("There is more than one credential.", await Refused((Header, key), ("Authorization", $"Bearer {api.Issuer.Token()}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_the_address_is_an_unknown_parameter()
    {
        var key = await api.NewKey(Scope.Curate);
        var answer = await api.Get($"/api/v1/treaties?api_key={key}");
        Assert.DoesNotContain(key, answer.Problem(400, "invalid-parameter").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(401, (int)(await api.Send(HttpMethod.Post, $"{GuardedEndpoints.Path}?api_key={key}&X-Api-Key={key}")).Status);
    }

    [Fact]
    public async Task What_is_open_to_all_asks_for_no_credential_and_looks_at_none() =>
        Assert.Equal(HttpStatusCode.OK, (await api.Get("/api/v1/treaties", (Header, "nonsense"), ("Authorization", "Bearer nonsense"))).Status);

    [Fact]
    public async Task The_last_use_is_noted_by_the_time_the_server_stops()
    {
        await using var own = new GuardedGraph();
        var (used, unused) = (await own.NewKey(Scope.Curate, "used"), await own.NewKey(Scope.Curate, "unused"));
        var before = DateTime.UtcNow;
        await own.Ask("POST", (Header, used));
        await own.Ask("POST", (Header, $"ak_{unused.Split('_')[1]}_{used.Split('_')[2]}"));
        await own.Restart();
        var keys = await (await own.Service<ApiKeys>()).ListAsync(CancellationToken.None);
        Assert.InRange(keys.Single(key => key.Name == "used").LastUsedAt!.Value, before, DateTime.UtcNow);
        Assert.Null(keys.Single(key => key.Name == "unused").LastUsedAt);
    }

    private async Task<string> Refused(params (string Name, string Value)[] headers)
    {
        var answer = await api.Ask("POST", headers);
        Assert.StartsWith("ApiKey header=\"X-Api-Key\", Bearer", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        var problem = answer.Problem(401, "unauthorized");
        // Nothing that was sent comes back.
        Assert.All(headers.Where(header => header.Value.Trim().Length > 10), header => Assert.DoesNotContain(header.Value, answer.Text, StringComparison.Ordinal));
        return problem.Text("detail");
    }
}
