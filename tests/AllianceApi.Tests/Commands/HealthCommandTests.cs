using System.Net;
using AllianceApi.Commands;
using AllianceApi.Http;
using AllianceApi.Tests.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceApi.Tests.Commands;

public sealed class HealthCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Theory]
    [InlineData(200, 0, "/health/ready is ready.")]
    [InlineData(503, 1, "/health/ready is not ready: status 503.")]
    public async Task It_ends_with_what_the_server_says(int status, int code, string said)
    {
        var server = Ready(status);
        await using (server)
        {
            await server.StartAsync(TestContext.Current.CancellationToken);
            Assert.Equal(code, await Run(["health"], new Uri(server.Urls.Single())));
            Assert.Equal(code, await Run(["health", server.Urls.Single()]));
            Assert.EndsWith($"{said}\n", $"{_output}{_error}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_not_healthy()
    {
        Assert.Equal(1, await Run(["health", "http://127.0.0.1:1"]));
        Assert.StartsWith("http://127.0.0.1:1/health/ready does not answer: ", $"{_error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:8080")]
    [InlineData("ftp://localhost")]
    public async Task What_is_no_address_is_wrong_usage(string address)
    {
        Assert.Equal(2, await Run(["health", address]));
        Assert.StartsWith($"'{address}' is no address.", $"{_error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://localhost:8080/", "http_ports=8080")]
    [InlineData("http://localhost:8081/", "http_ports=8080", "urls=https://example.org;http://*:8081")]
    [InlineData("https://example.org:8443/", "urls=https://example.org:8443")]
    [InlineData("http://localhost:7000/", "Kestrel:Endpoints:Http:Url=http://0.0.0.0:7000")]
    public void It_asks_where_the_settings_have_the_server_listen(string address, params string[] settings) =>
        Assert.Equal(address, $"{Server.Address(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(Pair)).Build())}");

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private static KeyValuePair<string, string?> Pair(string setting) => new(setting.Split('=')[0], setting.Split('=')[1]);

    private static WebApplication Ready(int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://{IPAddress.Loopback}:0");
        var app = builder.Build();
        app.MapGet("/health/ready", () => Results.StatusCode(status));
        return app;
    }

    private Task<int> Run(string[] arguments, Uri? address = null) => CommandLine.Run(
        arguments,
        OwnDocument.Nothing with { Address = () => address ?? throw new InvalidOperationException() },
        new Terminal(_output, _error, Interactive: false));
}
