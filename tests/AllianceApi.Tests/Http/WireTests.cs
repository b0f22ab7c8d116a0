using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>What no client library sends: on a real server, byte by byte.</summary>
public sealed class WireTests(KestrelApi api) : IClassFixture<KestrelApi>
{
    [Theory]
    [InlineData("/api/v1/treaties/%00", 400)]
    [InlineData("/api/v1/treaties/a%00b", 400)]
    [InlineData("/api/v1/treaties?q=%00", 400)]
    [InlineData("/api/v1/treaties?id=%00", 200)]
    [InlineData("/api/v1/treaties/%FF", 400)]
    [InlineData("/api/v1/treaties?q=%C3%28", 400)]
    [InlineData("/api/v1/treaties/%ED%A0%80", 400)]
    [InlineData("/api/v1/treaties?q=%", 400)]
    [InlineData("/api/v1/treaties/%", 404)]
    [InlineData("/api/v1/treaties/%zz", 404)]
    [InlineData("/api/v1/treaties/salt-treaty%2Frelations", 404)]
    [InlineData("/api/v1/treaties/salt-treaty%2frelations", 404)]
    [InlineData("/api/v1/entities/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("/api/v1/treaties/%2e%2e/actors", 200)]
    [InlineData("/api/v1/treaties/%2e%2e%2f%2e%2e", 404)]
    [InlineData("/api/v1/treaties/salt%2Dtreaty", 200)]
    [InlineData("/api/v1/treaties/%73alt-treaty", 200)]
    [InlineData("/api/v1/treaties//salt-treaty", 404)]
    [InlineData("/api/v1/treaties/salt-treaty/", 200)]
    [InlineData("/api/v1/treaties/salt-treaty%20", 404)]
    [InlineData("/api/v1/treaties/../../../../etc/passwd", 404)]
    [InlineData("/problems/..%2f..%2fappsettings.json", 404)]
    [InlineData("/schemas/..%2fpack.json", 404)]
    [InlineData("http://localhost/api/v1/treaties", 200)]
    [InlineData("*", 405)]
    [InlineData("/api/v1/treaties?\r\nX: y", 400)]
    public async Task An_address_is_answered_whatever_is_in_it(string target, int status) =>
        AssertStatus(status, await api.SendRaw($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

    [Theory]
    [InlineData(7_000, 404)]
    [InlineData(20_000, 414)]
    [InlineData(60_000, 414)]
    [InlineData(100_000, 414)]
    public async Task A_long_address_is_refused(int length, int status)
    {
        AssertStatus(status, await api.SendRaw($"GET /api/v1/treaties/{new string('a', length)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        AssertStatus(status == 404 ? 200 : status, await api.SendRaw($"GET /api/v1/treaties?id={new string('a', length)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    [Theory]
    [InlineData("GET /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\nbody", 200)]
    [InlineData("GET /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n", 200)]
    [InlineData("GET /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: image/png\r\nContent-Length: 0\r\n\r\n", 200)]
    [InlineData("GET /api/v1/treaties HTTP/1.1\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: garbage\r\n\r\n", 200)]
    [InlineData("GET /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: garbage\r\n\r\n", 200)]
    [InlineData("GET /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: image/png\r\n\r\n", 406)]
    [InlineData("NONSENSE /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("TRACE /api/v1/treaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("GET /api/v1/treaties\r\n\r\n", 400)]
    [InlineData("\u0001\u0002\u0003\r\n\r\n", 400)]
    public async Task A_request_is_answered_whatever_is_in_it(string request, int status) => AssertStatus(status, await api.SendRaw(request));

    private static void AssertStatus(int status, string answer)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }
}
