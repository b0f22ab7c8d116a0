using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using AllianceApi.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed partial class ConditionalTests(InventedGraph invented)
{
    private const string Pact = "/api/v1/treaties/lantern-pact";

    public static TheoryData<string> Reads { get; } =
    [
        "/api/v1", "/api/v1/treaties", "/api/v1/entities", Pact, "/api/v1/entities/aland", "/api/v1/entities/aland/relations", "/api/v1/entities/lantern-pact/attributes",
        "/api/v1/entities/aland/statements", "/api/v1/relations", "/api/v1/relations/lantern-pact.party.aland", "/api/v1/attributes",
        "/api/v1/attributes/lantern-pact.signed.1953", "/api/v1/statements", "/api/v1/statements/sides", "/api/v1/documents", "/api/v1/documents/charter-review",
        "/api/v1/documents/charter-review/passages", "/api/v1/documents/charter-review/passages/outlook.p1s1", "/api/v1/schema", "/api/v1/schema/kinds",
        "/api/v1/schema/kinds/treaty", "/api/v1/schema/predicates", "/api/v1/schema/predicates/party", "/api/v1/debates/is-it-good/map", "/api/v1/timeline",
    ];

    public static TheoryData<string> Beside { get; } =
        ["/openapi/v1.json", "/problems", "/problems/gone", "/schemas/pack.json", "/health/live", "/health/ready", "/swagger/index.html", "/"];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Every_read_has_a_tag_by_which_it_is_not_sent_twice(string path)
    {
        var answer = await invented.Get(path);
        var tag = answer.Header("ETag")!;
        Assert.Matches(Tag(), tag);
        Assert.Equal("1", answer.Header("Graph-Revision"));
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
        Assert.Equal("Accept, Accept-Encoding", answer.Header("Vary"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));

        var again = await invented.Get(path, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Bytes);
        foreach (var header in new[] { "ETag", "Graph-Revision", "Cache-Control", "Vary" })
            Assert.Equal(answer.Header(header), again.Header(header));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    [MemberData(nameof(Beside))]
    public async Task HEAD_answers_as_GET_without_a_body(string path)
    {
        var get = await invented.Get(path);
        var head = await invented.Send(HttpMethod.Head, path);
        Assert.Equal(get.Status, head.Status);
        foreach (var header in new[] { "Content-Type", "ETag", "Vary", "Cache-Control", "Graph-Revision", "Location" })
            Assert.Equal(get.Header(header), head.Header(header));
        // Elsewhere the real server leaves the body out, as this one does not.
        if (!Reads.Any(read => read.Data == path))
            return;
        Assert.Empty(head.Bytes);
        Assert.Equal($"{get.Bytes.Length}", head.Header("Content-Length"));
    }

    [Fact]
    public async Task HEAD_is_taken_wherever_GET_is()
    {
        var reads = (await invented.Service<EndpointDataSource>()).Endpoints
            .Select(endpoint => (endpoint.DisplayName, Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
            .Where(endpoint => endpoint.Methods.Contains("GET")).ToList();
        Assert.NotEmpty(reads);
        Assert.All(reads, read => Assert.True(read.Methods.Contains("HEAD"), read.DisplayName));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task HEAD_names_the_coding_of_GET_and_no_length_that_GET_would_not_have(string coding)
    {
        var head = await invented.Send(HttpMethod.Head, Pact, ("Accept-Encoding", coding));
        Assert.Equal(coding, head.Header("Content-Encoding"));
        Assert.Equal((await invented.Get(Pact, ("Accept-Encoding", coding))).Header("ETag"), head.Header("ETag"));
        Assert.Equal("Accept, Accept-Encoding", head.Header("Vary"));
        Assert.Empty(head.Bytes);
        // The test server counts the bytes that came where no length was sent.
        Assert.NotEqual($"{(await invented.Get(Pact)).Bytes.Length}", head.Header("Content-Length"));
    }

    [Theory]
    [InlineData("*", 304)]
    [InlineData("TAG", 304)]
    [InlineData("W/TAG", 304)]
    [InlineData("\"other\", TAG", 304)]
    [InlineData("\"a,b\",TAG", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("garbage", 200)]
    [InlineData("TAG garbage", 200)]
    [InlineData("\"", 200)]
    [InlineData("", 200)]
    public async Task If_None_Match_in_all_its_forms(string form, int status)
    {
        var tag = (await invented.Get(Pact)).Header("ETag");
        Assert.Equal(status, (int)(await invented.Get(Pact, ("If-None-Match", form.Replace("TAG", tag, StringComparison.Ordinal)))).Status);
    }

    [Fact]
    public async Task If_None_Match_holds_for_HEAD_and_over_several_lines()
    {
        var tag = (await invented.Get(Pact)).Header("ETag")!;
        Assert.Equal(HttpStatusCode.NotModified, (await invented.Send(HttpMethod.Head, Pact, ("If-None-Match", tag))).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await invented.Get(Pact, ("If-None-Match", "\"other\""), ("If-None-Match", tag))).Status);
    }

    [Fact]
    public async Task A_tag_is_of_one_path_and_one_query()
    {
        string[] paths = [Pact, "/api/v1/entities/lantern-pact", $"{Pact}?fields=name", $"{Pact}?fields=kind", "/api/v1/treaties/reef-treaty", "/api/v1/treaties", "/api/v1/treaties?limit=1"];
        var tags = new HashSet<string>();
        foreach (var path in paths)
            Assert.True(tags.Add((await invented.Get(path)).Header("ETag")!), path);
        Assert.Equal((await invented.Get(Pact)).Header("ETag"), (await invented.Get(Pact)).Header("ETag"));
    }

    [Fact]
    public async Task A_record_is_tagged_with_its_own_revision_and_a_list_with_none()
    {
        Assert.StartsWith("\"1.1.", (await invented.Get(Pact)).Header("ETag"), StringComparison.Ordinal);
        Assert.StartsWith("\"0.1.", (await invented.Get("/api/v1/treaties")).Header("ETag"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip, br;q=0.1", "gzip")]
    [InlineData("zstd", null)]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    public async Task Answers_are_compressed_as_the_client_likes_and_tagged_accordingly(string accepted, string? coding)
    {
        var plain = await invented.Get(Pact);
        var answer = await invented.Get(Pact, ("Accept-Encoding", accepted));
        Assert.Equal(coding, answer.Header("Content-Encoding"));
        Assert.Equal("Accept, Accept-Encoding", answer.Header("Vary"));
        Assert.Equal(coding is null, plain.Header("ETag") == answer.Header("ETag"));
        Assert.Equal(plain.Bytes, Unpacked(answer));
        Assert.Equal(HttpStatusCode.NotModified, (await invented.Get(Pact, ("Accept-Encoding", accepted), ("If-None-Match", answer.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task Each_coding_has_a_tag_of_its_own()
    {
        var br = await invented.Get(Pact, ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.OK, (await invented.Get(Pact, ("Accept-Encoding", "gzip"), ("If-None-Match", br.Header("ETag")!))).Status);
        var problem = await invented.Get("/api/v1/treaties/nothing", ("Accept-Encoding", "br"));
        Assert.Equal("br", problem.Header("Content-Encoding"));
    }

    [Theory]
    [InlineData("/problems", "text/markdown; charset=utf-8")]
    [InlineData("/problems/gone", "text/markdown; charset=utf-8")]
    [InlineData("/schemas/pack.json", "application/schema+json")]
    public async Task What_only_a_new_program_changes_may_be_kept_for_a_day(string path, string type)
    {
        var answer = await invented.Get(path);
        Assert.Equal(type, answer.Header("Content-Type"));
        Assert.Equal("public, max-age=86400", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Any_origin_may_read()
    {
        var answer = await invented.Get(Pact, ("Origin", "https://example.org"));
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        var exposed = answer.Header("Access-Control-Expose-Headers")!.Split(',', StringSplitOptions.TrimEntries);
        Assert.Superset(new HashSet<string>(["ETag", "Link", "Location", "Retry-After", "Graph-Revision"]), exposed.ToHashSet());
        Assert.Equal("*", (await invented.Get("/api/v1/treaties/nothing", ("Origin", "https://example.org"))).Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_browser_is_told_beforehand_that_it_may_read()
    {
        var answer = await invented.Send(HttpMethod.Options, Pact,
            ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "If-None-Match"));
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains("GET", answer.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("If-None-Match", answer.Header("Access-Control-Allow-Headers"), ignoreCase: true);
    }

    private static byte[] Unpacked(Answer answer)
    {
        using var packed = new MemoryStream(answer.Bytes);
        using Stream stream = answer.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    [GeneratedRegex("^\"[01]\\.1\\.[0-9a-f]{16}\"$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
