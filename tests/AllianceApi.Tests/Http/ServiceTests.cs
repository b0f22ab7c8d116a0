using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class ServiceTests(InventedGraph invented)
{
    [Fact]
    public async Task The_service_document_lists_every_collection_with_its_count()
    {
        var service = await invented.GetJson("/api/v1");
        Assert.Equal("title version graph revision updatedAt collections links", service.Names());
        Assert.Equal(1, service.Number("revision"));
        Assert.Equal(
            "alliances treaties agreements commands debates positions arguments actors events concepts capabilities places entities relations attributes statements documents predicates",
            service.List("collections").Select(collection => collection.Text("name")).Spaced());
        foreach (var collection in service.List("collections"))
        {
            Assert.NotEmpty(collection.Text("description"));
            Assert.Equal(collection.Number("count"), (await invented.GetJson(collection.At("links").Text("self"))).Number("total"));
        }
    }

    [Fact]
    public async Task Its_links_lead_on()
    {
        foreach (var link in (await invented.GetJson("/api/v1")).At("links").EnumerateObject())
        {
            var answer = await invented.Get(link.Value.GetString()!);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.MovedPermanently, $"{link}: {answer.Status}");
        }
    }

    [Fact]
    public async Task The_root_leads_to_Swagger_UI()
    {
        var answer = await invented.Get("/");
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal("/swagger", answer.Header("Location"));
        Assert.Contains("<html", (await invented.Get("/swagger/index.html")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Operators_are_told_how_it_is(string path, string text)
    {
        var answer = await invented.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(text, answer.Text);
    }

    [Fact]
    public async Task The_schema_of_packs_is_served()
    {
        var answer = await invented.Get("/schemas/pack.json");
        Assert.Equal("application/schema+json", answer.Header("Content-Type"));
        Assert.StartsWith("http://json-schema.org/", answer.Json.Text("$schema"), StringComparison.Ordinal);
    }
}
