using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>Every operation of the document that changes something, whichever there are, is asked by who may not.</summary>
public sealed class Api5BrokenFunctionLevelAuthorizationTests(GuardedGraph api)
{
    [Fact]
    public async Task Whatever_changes_something_says_which_scope_it_needs() => Assert.All(await Changing(), operation =>
    {
        Assert.Contains(ScopeOf(operation), new[] { Scope.Curate, Scope.Admin });
        Assert.EndsWith($"Needs the scope `{ScopeOf(operation).Word()}`.", operation.Json.Text("description"), StringComparison.Ordinal);
        Assert.All(["401", "403", "429"], status => Assert.True(operation.Json.At("responses").Has(status), $"{operation.Method} {operation.Path} {status}"));
    });

    [Fact]
    public async Task Without_a_credential_each_is_a_401() => await Assert.AllAsync(await Changing(), async operation =>
    {
        var answer = await operation.Ask(api);
        answer.Problem(401, "unauthorized");
        Assert.NotNull(answer.Header("WWW-Authenticate"));
    });

    [Fact]
    public async Task With_a_lesser_scope_each_is_a_403()
    {
        var keys = new Dictionary<Scope, string> { [Scope.Curate] = await api.NewKey(Scope.Read), [Scope.Admin] = await api.NewKey(Scope.Curate) };
        await Assert.AllAsync(await Changing(), async operation =>
        {
            var needed = ScopeOf(operation);
            Assert.Contains($"'{needed.Word()}'", (await operation.Ask(api, ("X-Api-Key", keys[needed]))).Problem(403, "forbidden").Text("detail"), StringComparison.Ordinal);
            (await operation.Ask(api, ("Authorization", $"Bearer {api.Issuer.Token("read")}"))).Problem(403, "forbidden");
        });
    }

    [Fact]
    public async Task Whatever_changes_nothing_needs_none_where_reading_is_open() =>
        Assert.All((await Operation.All(api)).Where(operation => !operation.Changes), operation => Assert.False(operation.Json.Has("security"), operation.Path));

    private static Scope ScopeOf(Operation operation)
    {
        var schemes = operation.Json.List("security");
        Assert.Equal("apiKey bearer", schemes.Select(scheme => scheme.Names()).Spaced());
        return Scopes.WidestOf(schemes.SelectMany(scheme => scheme.EnumerateObject()).SelectMany(scheme => scheme.Value.EnumerateArray()).Select(scope => scope.GetString()!));
    }

    private async Task<List<Operation>> Changing()
    {
        var changing = (await Operation.All(api)).Where(operation => operation.Changes).ToList();
        Assert.NotEmpty(changing);
        return changing;
    }
}
