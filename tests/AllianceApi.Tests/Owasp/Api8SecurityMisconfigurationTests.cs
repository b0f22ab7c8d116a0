using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Owasp;

/// <summary>What every answer says to browsers, and what none gives away.</summary>
public sealed class Api8SecurityMisconfigurationTests(ListeningGraph listening, GuardedGraph api)
{
    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/treaties/lantern-pact")]
    [InlineData("/api/v1/treaties/nothing")]
    [InlineData("/api/v1/treaties?limit=0")]
    [InlineData("/api/v1/graph?format=svg")]
    [InlineData("/nothing")]
    [InlineData("/health/ready")]
    [InlineData("/problems")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    public async Task Every_answer_has_the_headers_and_says_nothing_of_the_server(string path)
    {
        var head = (await listening.Wire(path)).Head;
        Assert.Contains("X-Content-Type-Options: nosniff", head, StringComparison.Ordinal);
        Assert.Contains("X-Frame-Options: DENY", head, StringComparison.Ordinal);
        Assert.Contains("Referrer-Policy: no-referrer", head, StringComparison.Ordinal);
        Assert.Contains("Cross-Origin-Resource-Policy: cross-origin", head, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy: default-src 'none'; ", head, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", head, StringComparison.Ordinal);
        Assert.DoesNotContain("\nServer:", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("X-Powered-By", head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Refusals_have_them_too()
    {
        var answer = await api.Ask("POST");
        answer.Problem(401, "unauthorized");
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.NotNull(answer.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task Only_Swagger_UI_has_scripts_and_none_of_them_in_the_page()
    {
        var page = await api.Get("/swagger/index.html");
        Assert.Contains("script-src 'self';", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.All(page.Text.Split("<script")[1..], script => Assert.Contains("src=", script.Split('>')[0], StringComparison.Ordinal));
        Assert.DoesNotContain("script-src", (await api.Get("/api/v1")).Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_any_origin_read_and_none_with_the_cookies_of_a_browser()
    {
        var answer = await api.Get("/api/v1/treaties", ("Origin", "https://elsewhere.example"));
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    public async Task Methods_that_are_not_meant_are_refused(string method) => Assert.Equal(405, (await listening.Wire("/api/v1/treaties", method)).Status);
}
