using System.Net;
using System.Text;
using AllianceApi.Tests.Imports;
using AllianceApi.Tests.Support;
using AllianceApi.Webhooks;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceApi.Tests.Webhooks;

/// <summary>Nothing is sent to this machine or to private networks, whatever it is called.</summary>
public sealed class ReachTests
{
    private static readonly Reach Open = new(WebhookSettings.Of(new ConfigurationBuilder().Build()));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1%1")]
    [InlineData("ff02::1")]
    public void Addresses_that_lead_inside_are_refused(string address) => Assert.False(Open.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700:4700::1111")]
    public void Those_of_the_open_Internet_are_not(string address) => Assert.True(Open.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://169.254.0.1/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://nowhere.invalid/")]
    public async Task A_registration_that_leads_there_is_refused(string url)
    {
        await using var api = new ImportingGraph();
        var problem = (await api.Send("POST", "/api/v1/webhooks", new StringContent($$"""{ "url": "{{url}}" }""", Encoding.UTF8, "application/json"))).Problem(422, "invalid-body");
        Assert.Equal("/url", Assert.Single(problem.List("errors")).Text("pointer"));
    }

    [Fact]
    public async Task A_name_is_looked_at_again_when_it_is_sent_to()
    {
        await using var receiver = new Receiver();
        using var courier = new Courier(Open, TimeProvider.System);
        var webhook = new Webhook { Id = "x", Url = $"http://localhost:{receiver.Address.Port}/", Types = "*", Secret = new byte[32], By = "Ada" };
        var attempt = await courier.TryAsync(webhook, new Message("msg_x_1", "{}"u8.ToArray()), TestContext.Current.CancellationToken);
        Assert.Contains("to which nothing is sent", attempt.Error, StringComparison.Ordinal);
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public void A_setting_that_is_no_network_is_told() => Assert.Contains("no network", Assert.Throws<AllianceApi.Access.SettingException>(() =>
        WebhookSettings.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Webhooks:AllowedNetworks", "everything")]).Build())).Message, StringComparison.Ordinal);
}
