using System.IO.Compression;
using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

/// <summary>What headers of a request change, and what headers an answer carries.</summary>
public sealed class HeadersTests(Api api)
{
    private const string Path = "/api/v1/statements";

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_for_whoever_asks(string coding)
    {
        using var response = await api.Get(Path, ("Accept-Encoding", coding));
        Assert.Equal(coding, Assert.Single(response.Content.Headers.ContentEncoding));
        await using var compressed = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = coding == "br" ? new BrotliStream(compressed, CompressionMode.Decompress) : new GZipStream(compressed, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.Equal(await api.GetText(Path), await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Brotli_is_preferred()
    {
        using var response = await api.Get(Path, ("Accept-Encoding", "gzip, br"));
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("deflate")]
    [InlineData("br;q=0")]
    [InlineData("nonsense")]
    public async Task Others_get_it_plain_and_with_its_length(string coding)
    {
        using var response = await api.Get(Path, ("Accept-Encoding", coding));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.NotNull(response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Vary_names_what_decides_once()
    {
        using var response = await api.Get(Path, ("Accept-Encoding", "gzip"));
        var vary = response.Headers.Vary.ToList();
        Assert.Equal(["Accept", "Accept-Encoding"], vary.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/*")]
    [InlineData("*/*")]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")]
    [InlineData("image/png, application/json;q=0.1")]
    [InlineData("application/json;q=0.5, */*;q=0")]
    public async Task Json_is_given_to_whoever_takes_it(string accept)
    {
        using var response = await api.Get(Path, ("Accept", accept));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("*/*;q=0")]
    public async Task Whoever_takes_no_json_is_told(string accept) => await api.AssertProblem(Path, 406, "not-acceptable", "GET", ("Accept", accept));

    [Fact]
    public async Task Any_page_may_read()
    {
        using var response = await api.Get(Path, ("Origin", "https://example.org"));
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("ETag", Assert.Single(response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "GET")]
    [InlineData("HEAD", "HEAD")]
    public async Task Preflights_are_answered_for_reading(string method, string allowed)
    {
        using var response = await api.Send("OPTIONS", Path, ("Origin", "https://example.org"), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "if-none-match"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains(allowed, string.Join(',', response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/treaties")]
    [InlineData("/api/v1/treaties/nothing")]
    [InlineData("/health/live")]
    [InlineData("/problems")]
    public async Task Nobody_guesses_at_media_types(string path)
    {
        using var response = await api.Get(path);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }
}
