using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AllianceApi.Formats;
using CsvHelper;
using Xunit;

namespace AllianceApi.Tests.Export;

public class FormatTests(ExportApi api)
{
    public static TheoryData<string> Names => [.. GraphFormats.Offers.Formats.Select(format => format.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_format_is_a_file_with_a_tag_by_name_and_by_media_type(string name)
    {
        var format = (GraphFormat)GraphFormats.Offers.Formats.Single(format => format.Name == name);
        using var byName = await api.Send("GET", $"/api/v1/graph?format={name}", ("Accept", "application/pdf"));
        using var byType = await api.Send("GET", "/api/v1/graph", ("Accept", $"text/html;q=0.1, {format.MediaType}"));
        Assert.Equal(await byName.Content.ReadAsStringAsync(), await byType.Content.ReadAsStringAsync());
        Assert.Equal(format.MediaType, byType.Content.Headers.ContentType!.MediaType);
        Assert.Matches($@"^alliance-graph-r\d+(-relations)?\.{format.Extension}$", byType.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("Accept", byType.Headers.Vary);

        using var known = await api.Send("GET", "/api/v1/graph", ("Accept", format.MediaType), ("If-None-Match", $"{byType.Headers.ETag}"));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var head = await api.Send("HEAD", $"/api/v1/graph?format={name}");
        Assert.Equal($"{byName.Headers.ETag}", $"{head.Headers.ETag}");
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8", "application/json")]
    [InlineData("text/turtle;q=0.5, application/n-triples;q=0.9", "application/n-triples")]
    [InlineData("application/ld+json, text/turtle", "application/ld+json")]
    [InlineData("text/*;q=0.9, application/json;q=0.2", "text/turtle")]
    [InlineData("application/json;q=0, */*", "application/ld+json")]
    [InlineData("image/avif,image/svg+xml,image/*,*/*;q=0.8", "image/svg+xml")]
    public async Task Quality_decides_then_exactness_then_order(string accept, string mediaType)
    {
        using var response = await api.Send("GET", "/api/v1/graph", ("Accept", accept));
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_is_not_to_be_had_is_told_with_what_is()
    {
        var problem = await api.GetProblem("/api/v1/graph", 406, "not-acceptable", ("Accept", "application/pdf"));
        Assert.Equal(GraphFormats.Offers.Formats.Count, problem["errors"]![0]!["allowed"]!.AsArray().Count);
        foreach (var query in (string[])["format=turtel", "format=csv&table=nodes", "fromat=csv", "format=csv&format=csv"])
        {
            var refused = await api.GetProblem($"/api/v1/graph?{query}", 400, "invalid-parameter");
            Assert.Equal(query.Split('=', '&')[query.Contains("table", StringComparison.Ordinal) ? 2 : 0], (string)refused["errors"]![0]!["parameter"]!);
        }
    }

    [Fact]
    public async Task Json_has_every_entity_and_every_fact()
    {
        var graph = await api.GetJson("/api/v1/graph");
        var (nodes, edges) = (graph["nodes"]!.AsArray(), graph["edges"]!.AsArray());
        Assert.Equal(api.Graph.Entities.Count, nodes.Count);
        Assert.Equal(api.Graph.Facts.Count, edges.Count + nodes.Sum(node => node!["attributes"]!.AsArray().Count));
        Assert.Contains(edges, edge => (bool)edge!["negated"]!);
        Assert.All(edges, edge => Assert.NotEmpty(edge!["statements"]!.AsArray()));
    }

    [Fact]
    public async Task Graphml_and_cytoscape_have_the_same_nodes_and_edges()
    {
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        var xml = XDocument.Parse(await api.GetText("/api/v1/graph?format=graphml"));
        using var json = JsonDocument.Parse(await api.GetText("/api/v1/graph?format=cytoscape"));
        var elements = json.RootElement.GetProperty("elements");
        Assert.Equal(xml.Descendants(ns + "node").Select(node => (string)node.Attribute("id")!), Ids(elements.GetProperty("nodes")));
        Assert.Equal(xml.Descendants(ns + "edge").Select(edge => (string)edge.Attribute("id")!), Ids(elements.GetProperty("edges")));

        static IEnumerable<string> Ids(JsonElement list) => list.EnumerateArray().Select(element => element.GetProperty("data").GetProperty("id").GetString()!);
    }

    [Theory]
    [InlineData("relations")]
    [InlineData("entities")]
    [InlineData("attributes")]
    public async Task Tables_open_in_a_spreadsheet(string table)
    {
        using var response = await api.Send("GET", $"/api/v1/graph?format=csv&table={table}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.AsSpan().StartsWith("\uFEFF"u8));
        using var csv = CsvReader.Create(bytes);
        var rows = 0;
        while (csv.Read())
            rows++;
        Assert.Equal(table switch
        {
            "entities" => api.Graph.Entities.Count,
            "attributes" => api.Graph.Facts.Count(fact => fact.IsAttribute),
            _ => api.Graph.Facts.Count(fact => !fact.IsAttribute),
        }, rows);
    }

    [Fact]
    public async Task The_vocabulary_and_the_context_are_served_where_exports_say()
    {
        var turtle = await api.GetText("/api/v1/graph?format=turtle");
        Assert.Contains("@prefix a: <http://localhost/vocabulary#> .", turtle, StringComparison.Ordinal);
        using var vocabulary = await api.Send("GET", "/vocabulary");
        Assert.Equal("text/turtle", vocabulary.Content.Headers.ContentType!.MediaType);
        using var data = JsonDocument.Parse(await api.GetText("/api/v1/graph?format=jsonld"));
        Assert.Equal("http://localhost/context.jsonld", data.RootElement.GetProperty("@context").GetString());
        using var context = JsonDocument.Parse(await api.GetText("/context.jsonld"));
        Assert.True(context.RootElement.GetProperty("@context").TryGetProperty("standing", out _));
    }

    [Fact]
    public async Task A_graph_that_is_too_large_to_draw_is_sent_to_a_part_of_it()
    {
        await using var crowd = new ExportApi(seed: null);
        await crowd.InitializeAsync();
        Assert.Empty((await crowd.Import(crowd.Write("crowd.ndjson", Crowd(GraphFormats.MostNodes + 1)))).Problems);
        foreach (var format in (string[])["svg", "mermaid"])
        {
            var problem = await crowd.GetProblem($"/api/v1/graph?format={format}", 422, "too-large-to-draw");
            Assert.Contains("/api/v1/graph/subgraph", (string)problem["detail"]!, StringComparison.Ordinal);
        }
        Assert.NotEmpty(await crowd.GetText("/api/v1/graph?format=dot"));
    }

    private static string Crowd(int places) => string.Join('\n',
    [
        $$$"""{"type":"document","record":{"id":"d","title":"D","language":"en","sha256":"{{{new string('0', 64)}}}","sections":[{"id":"s","title":"S"}]}}""",
        $$$"""{"type":"passage","document":"d","record":{"locator":"s.p1s1","start":0,"end":9,"words":1,"sha256":"{{{new string('0', 64)}}}","runs":[]}}""",
        """{"type":"predicate","record":{"id":"near","label":"near","inverse":{"id":"nearby","label":"nearby"},"definition":"Near.","domain":["place"],"range":["place"]}}""",
        .. Enumerable.Range(0, places).Select(i => $$$"""{"type":"entity","record":{"id":"p{{{i}}}","kind":"place","type":"sea","name":"P","summary":"S","summaryEvidence":["all"]}}"""),
        $$$"""{"type":"statement","record":{"id":"all","passages":["s.p1s1"],"text":"T","asserts":[{{{string.Join(',', Enumerable.Range(1, places - 1).Select(i => $"[\"p0\",\"near\",\"p{i}\"]"))}}}]}}""",
    ]);
}
