using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>The one service that the program asks is the issuer of tokens. Whatever that answers, nobody gets in by it and nothing fails.</summary>
public sealed class Api10UnsafeConsumptionOfApisTests(GuardedGraph guarded)
{
    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "")]
    [InlineData(200, "nonsense")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"keys\":[]}")]
    [InlineData(200, "{\"issuer\":\"http://elsewhere.example\",\"jwks_uri\":\"http://127.0.0.1:1/\"}")]
    public async Task An_issuer_that_answers_nonsense_lets_nobody_in(int status, string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var issuer = builder.Build();
        issuer.Run(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        await issuer.StartAsync(TestContext.Current.CancellationToken);
        await Refused(issuer.Urls.Single());
    }

    [Fact]
    public async Task Nor_does_one_that_is_not_there() => await Refused("http://127.0.0.1:1");

    private async Task Refused(string issuer)
    {
        await using var api = new Api(() => InventedGraph.Folder, settings: [("Access:ReadsNeedKey", "true"), ("Access:Oidc:Issuer", issuer), ("Access:Oidc:Audience", Issuer.Audience)]);
        var token = guarded.Issuer.Token(but: token => token.Issuer = issuer);
        (await api.Get("/api/v1/treaties", ("Authorization", $"Bearer {token}"))).Problem(401, "unauthorized");
    }
}
