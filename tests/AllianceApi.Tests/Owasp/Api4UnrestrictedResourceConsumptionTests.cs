using AllianceApi.Http;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>Whatever a request may cost has a limit that the answer names.</summary>
public sealed class Api4UnrestrictedResourceConsumptionTests(GuardedGraph api, ListeningGraph listening)
{
    [Theory]
    [InlineData("/api/v1/treaties?limit=201")]
    [InlineData("/api/v1/search?q=pact&limit=1000000")]
    [InlineData("/api/v1/graph/subgraph?entity=aland&depth=99")]
    [InlineData("/api/v1/graph/paths?from=aland&to=bland&length=99")]
    public async Task How_much_is_answered_is_bounded(string path) => await api.GetProblem(path, 400, "invalid-parameter");

    [Fact]
    public async Task A_body_may_not_be_longer_than_a_megabyte_whoever_sends_it() =>
        (await api.Post(Asking.Match, new string(' ', JsonBody.MostBytes + 1))).Problem(413, "content-too-large");

    [Fact]
    public async Task Nor_nested_without_end() =>
        (await api.Post(Asking.Match, new string('[', 100_000))).Problem(400, "bad-request");

    [Fact]
    public async Task Nor_may_an_address_or_a_head_be_of_any_length()
    {
        Assert.Equal(414, (await listening.Wire($"/api/v1/treaties?q={new string('a', 20_000)}")).Status);
        Assert.Equal(431, (await listening.Wire("/api/v1", headers: $"X-Api-Key: {new string('a', 40_000)}\r\n")).Status);
        Assert.Equal(431, (await listening.Wire("/api/v1", headers: string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n")))).Status);
    }

    [Fact]
    public async Task The_server_waits_for_nobody_for_long()
    {
        var limits = (await listening.Service<IOptions<KestrelServerOptions>>()).Value.Limits;
        Assert.InRange(limits.RequestHeadersTimeout.TotalSeconds, 1, 30);
        Assert.InRange(limits.KeepAliveTimeout.TotalSeconds, 1, 120);
        Assert.InRange(limits.MinRequestBodyDataRate!.BytesPerSecond, 1_000, double.MaxValue);
        Assert.InRange(limits.MinRequestBodyDataRate.GracePeriod.TotalSeconds, 1, 10);
        Assert.NotNull(limits.MinResponseDataRate);
        Assert.Equal(JsonBody.MostBytes, limits.MaxRequestBodySize);
    }
}
