using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Service;

public sealed class ServiceTests(Api api)
{
    [Fact]
    public async Task The_service_document_counts_every_collection_and_leads_to_it()
    {
        var service = await api.GetJson("/api/v1");
        Assert.Equal(18, service["collections"]!.AsArray().Count);
        foreach (var collection in service["collections"]!.AsArray())
        {
            var list = await api.GetJson((string)collection!["links"]!["self"]!);
            Assert.Equal((int)collection["count"]!, (int)list["total"]!);
        }
        Assert.Equal(2, (long)service["revision"]!);
        Assert.Equal(api.Graph.GraphId, (string)service["graph"]!);
    }

    [Fact]
    public async Task Its_links_lead_somewhere()
    {
        foreach (var (name, link) in (await api.GetJson("/api/v1"))["links"]!.AsObject())
        {
            using var response = await api.Get((string)link!);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently, $"{name} answers {response.StatusCode}");
        }
    }

    [Fact]
    public async Task The_root_leads_to_Swagger_UI()
    {
        using var root = await api.Get("/");
        Assert.Equal((HttpStatusCode.Found, "/swagger"), (root.StatusCode, root.Headers.Location!.OriginalString));
        Assert.Contains("<html", await api.GetText("/swagger/index.html"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Operators_are_told(string path, string text) => Assert.Equal(text, await api.GetText(path));

    [Fact]
    public async Task Each_problem_has_a_page_that_lasts()
    {
        using var page = await api.Get("/problems/gone");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/markdown", page.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("# gone", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull(page.Headers.CacheControl!.MaxAge);
        await api.AssertProblem("/problems/nothing", 404, "unknown-id");
    }

    [Fact]
    public async Task The_schema_of_packs_is_served()
    {
        using var schema = await api.Get("/schemas/pack.json");
        Assert.Equal("application/schema+json", schema.Content.Headers.ContentType!.MediaType);
        await api.AssertProblem("/schemas/nothing.json", 404, "unknown-path");
    }
}
