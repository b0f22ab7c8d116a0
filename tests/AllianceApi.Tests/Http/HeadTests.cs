using System.Net;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>On a real server: one in memory sends the bodies that this one drops.</summary>
public sealed class HeadTests(KestrelApi api) : IClassFixture<KestrelApi>
{
    public static TheoryData<string> Paths { get; } = new(
    [
        .. ConditionalTests.Paths.Select(row => (string)row.Data), "/api/v1/treaties/nothing", "/api/v1/nothing", "/api/v1/treaties?limit=0",
        "/", "/health/live", "/health/ready", "/problems", "/problems/gone", "/schemas/pack.json",
    ]);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Head_is_get_without_the_body(string path)
    {
        using var get = await api.Get(path);
        using var head = await api.Send("HEAD", path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        if (get.StatusCode == HttpStatusCode.OK && head.Content.Headers.ContentLength is { } length)
            Assert.Equal(get.Content.Headers.ContentLength, length);
    }

    [Fact]
    public void Every_get_has_a_head()
    {
        var methods = api.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Where(methods => methods.Contains("GET"));
        Assert.All(methods, methods => Assert.Contains("HEAD", methods));
    }
}
