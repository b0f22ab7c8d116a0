using AllianceApi.Access;
using AllianceApi.Commands;
using AllianceApi.Data;
using AllianceApi.Tests.Contract;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceApi.Tests.Commands;

/// <summary>Keys made and revoked by one program, and used at another that is running on the same database.</summary>
public sealed class KeysCommandTests(GuardedGraph api)
{
    [Fact]
    public async Task A_running_server_honours_a_key_that_is_made_beside_it_and_no_longer_when_it_is_revoked()
    {
        var made = await Run("keys", "create", "--name", "Kim Min-ji", "--scope", "curate", "--expires", "2999-12-31");
        Assert.Equal(0, made.Code);
        Assert.Matches("^ak_[0-9a-f]{16}_[0-9a-f]{64}\n$", made.Output);
        Assert.Contains("until 3000-01-01 00:00 UTC", made.Error, StringComparison.Ordinal);
        var key = made.Output.TrimEnd();
        Assert.DoesNotContain(key, made.Error, StringComparison.Ordinal);
        Assert.Contains(" curate Kim Min-ji", (await api.Ask("POST", ("X-Api-Key", key))).Text, StringComparison.Ordinal);

        var id = key.Split('_')[1];
        Assert.Matches("^Key .* of Kim Min-ji is revoked since ", (await Run("keys", "revoke", id)).Output);
        (await api.Ask("POST", ("X-Api-Key", key))).Problem(401, "unauthorized");

        var list = (await Run("keys", "list")).Output;
        Assert.Matches($"(?m)^{id}  curate  [-0-9: ]{{16}}  3000-01-01 00:00  -  .*Kim Min-ji$", list);
        Assert.StartsWith("id                scope   created           expires           last use          revoked           name\n", list, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('_')[2], list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoking_twice_says_when_it_was_and_revoking_nothing_fails()
    {
        var id = (await Run("keys", "create", "--name", "x", "--scope", "read")).Output.Split('_')[1];
        var first = await Run("keys", "revoke", id);
        Assert.Equal(first, await Run("keys", "revoke", id));
        Assert.Equal((1, "", "There is no key with the id 'nothing'. 'keys list' shows all.\n"), await Run("keys", "revoke", "nothing"));
    }

    [Theory]
    [InlineData("keys", "Required command was not provided.")]
    [InlineData("keys create --name x", "Option '--scope' is required.")]
    [InlineData("keys create --scope read", "Option '--name' is required.")]
    [InlineData("keys create --name x --scope all", "Argument 'all' not recognized.")]
    [InlineData("keys create --name \t --scope read", "A name has 1 to 100 characters")]
    [InlineData("keys create --name x --scope read --expires 2020-01-01", "'2020-01-01' is no day to come.")]
    [InlineData("keys create --name x --scope read --expires 2999-02-30", "'2999-02-30' is no day to come.")]
    [InlineData("keys revoke", "Required argument missing")]
    [InlineData("keys list --nonsense x", "Unknown option '--nonsense' of 'list'.")]
    public async Task Wrong_usage_ends_with_2_and_says_why(string arguments, string error)
    {
        var ended = await Run(arguments.Split(' '));
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(error, ended.Error, StringComparison.Ordinal);
        Assert.Contains("See keys", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Access:ReadsNeedKey=perhaps", "Set it to true or false.")]
    [InlineData("Access:Origins=https://curators.example/", "Write each as https://HOST")]
    [InlineData("Access:Oidc:Issuer=https://issuer.example", "Access:Oidc:Audience is not.")]
    [InlineData("Access:Oidc:Issuer=http://issuer.example", "Set it to the https:// address")]
    public async Task A_setting_that_cannot_be_is_said_in_a_line(string setting, string error)
    {
        var ended = await Run("keys", "list", $"--{setting}");
        Assert.Equal(1, ended.Code);
        Assert.Contains(error, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    private static WebApplication Open(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddStore(builder.Configuration).AddAccess(builder.Configuration);
        return builder.Build();
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        // The database is there from the first request on.
        await api.Server();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run([.. arguments, $"--ConnectionStrings:Graph={api.Connection}"], OwnDocument.Nothing with { Open = Open }, new Terminal(output, error, Interactive: false));
        return (code, $"{output}", $"{error}");
    }
}
