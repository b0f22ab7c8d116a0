using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>What only goes over the wire as it stands: client libraries refuse or mend it beforehand.</summary>
public sealed class WireTests(ListeningGraph listening)
{
    [Theory]
    [InlineData("lantern%2Fpact")]
    [InlineData("..%2Fentities%2Faland")]
    [InlineData("%2e%2e%2f")]
    [InlineData("%252e%252e")]
    [InlineData("lantern-pact.")]
    [InlineData("LANTERN-PACT")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%EF%BF%BD")]
    [InlineData("'%3B%20drop%20table%20entities%3B")]
    public async Task An_id_that_can_be_none_is_a_404(string id)
    {
        foreach (var path in new[] { "treaties", "entities", "relations", "attributes", "statements", "documents", "documents/charter-review/passages", "schema/kinds", "schema/predicates" })
        {
            var (status, _, body) = await listening.Wire($"/api/v1/{path}/{id}");
            Assert.True(status == 404 && body.Contains("\"code\":\"unknown-", StringComparison.Ordinal), $"{path}/{id}: {status} {body}");
        }
    }

    [Theory]
    [InlineData("relations/...")]
    [InlineData("relations/a.b.c.d.e.f")]
    [InlineData("relations/lantern-pact.not")]
    [InlineData("relations/lantern-pact.not.party")]
    [InlineData("relations/aland.ally-of.")]
    [InlineData("relations/.ally-of.aland")]
    [InlineData("relations/aland.supports.bland.1991_1978")]
    [InlineData("relations/aland.supports.bland._")]
    [InlineData("entities/nobody/relations")]
    [InlineData("debates/nothing/map")]
    public async Task A_fact_that_can_be_none_is_a_404(string path) =>
        Assert.Equal(404, (await listening.Wire($"/api/v1/{path}")).Status);

    [Theory]
    [InlineData("/api/v1/treaties/%00")]
    [InlineData("/api/v1/relations/a%00.party.b")]
    [InlineData("/api/v1/statements/%00")]
    [InlineData("/api/v1/treaties/%FF%FE")]
    [InlineData("/api/v1/treaties/%C3")]
    [InlineData("/api/v1/treaties/\u00FF\u00FE")]
    [InlineData("/api/v1/treaties/%")]
    [InlineData("/api/v1/treaties/%zz")]
    [InlineData("/api/v1/../../etc/passwd")]
    [InlineData("//api//v1")]
    [InlineData("*")]
    [InlineData("http://elsewhere/api/v1/treaties/nothing")]
    public async Task Broken_addresses_are_the_fault_of_whoever_sends_them(string target)
    {
        var (status, head, body) = await listening.Wire(target);
        Assert.True(status is >= 400 and < 500, $"{target}: {head} {body}");
    }

    [Theory]
    [InlineData("q=%FF%FE")]
    [InlineData("q=\u00FF\u00FE")]
    [InlineData("%FF=1")]
    [InlineData("q=%")]
    [InlineData("q=%zz")]
    [InlineData("q=%00")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("party=%FF")]
    [InlineData("&&&=&")]
    public async Task Broken_queries_are_read_as_far_as_they_can_be(string query)
    {
        var (status, head, body) = await listening.Wire($"/api/v1/treaties?{query}");
        Assert.True(status is >= 200 and < 500, $"{query}: {head} {body}");
    }

    [Theory]
    [InlineData("/api/v1/treaties/%FF")]
    [InlineData("/api/v1/treaties?q=%C3%28")]
    [InlineData("/api/v1/treaties?q=%ED%A0%80")]
    [InlineData("/api/v1/treaties?party=%FF")]
    public async Task An_address_that_is_no_UTF_8_is_not_read_as_something_else(string target)
    {
        var (status, _, body) = await listening.Wire(target);
        Assert.Equal(400, status);
        Assert.Contains("\"code\":\"bad-request\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_of_20_kB_is_too_long()
    {
        var (status, _, body) = await listening.Wire($"/api/v1/treaties/{new string('a', 20_000)}");
        Assert.Equal(414, status);
        Assert.Contains("\"code\":\"uri-too-long\"", body, StringComparison.Ordinal);
        Assert.Equal(414, (await listening.Wire($"/api/v1/treaties/{new string('a', 200_000)}")).Status);
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/treaties")]
    [InlineData("/api/v1/treaties/lantern-pact")]
    [InlineData("/api/v1/treaties/nothing")]
    [InlineData("/problems")]
    [InlineData("/health/ready")]
    public async Task HEAD_sends_no_body_and_the_length_of_GET(string path)
    {
        var get = await listening.Wire(path);
        var head = await listening.Wire(path, "HEAD");
        Assert.Equal(get.Status, head.Status);
        Assert.Empty(head.Body);
        Assert.Equal(Length(get.Head), Length(head.Head));
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("NONSENSE")]
    public async Task Another_method_is_a_405_that_lists_those_that_there_are(string method)
    {
        var (status, head, body) = await listening.Wire("/api/v1/treaties", method);
        Assert.Equal(405, status);
        Assert.Contains("Allow: GET, HEAD", head, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"method-not-allowed\"", body, StringComparison.Ordinal);
    }

    private static string? Length(string head) => Array.Find(head.Split("\r\n"), line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
}
