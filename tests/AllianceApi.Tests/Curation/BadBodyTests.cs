using System.Text.Json;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>Whatever is sent to whichever write: a clear problem, and nothing is done.</summary>
public sealed class BadBodyTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    private static readonly (string Method, string Path)[] Writes =
    [
        ("POST", "treaties"), ("PUT", "treaties/lantern-pact"), ("PATCH", "actors/aland"), ("POST", "entities/south-isle/merge"),
        ("POST", "relations"), ("PUT", "relations/lantern-pact.party.bland"), ("PATCH", "relations/lantern-pact.party.bland"),
        ("POST", "statements"), ("PUT", "statements/seats"), ("PATCH", "statements/seats"),
        ("POST", "schema/predicates"), ("PUT", "schema/predicates/party"), ("PATCH", "schema/predicates/party"), ("POST", "revisions"),
    ];

    private static readonly string[] Collections = ["actors", "statements", "relations", "schema/predicates"];

    public static TheoryData<string, string> Paths => [.. Writes.Select(write => (write.Method, write.Path))];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_is_no_JSON_that_can_be_used_is_told_and_nothing_is_done(string method, string path)
    {
        foreach (var body in new[] { "", " ", "{", "nothing", "{} {}", """{ "id": "a", "id": "b" }""", $$"""{ "text": {{Nested(40)}} }""", Nested(100_000), """{ "name": "\uD800" }""", """{ "\uDC00": 1 }""", "{ 'id': 1 }", """{ "a": 1, }""", "{ /* */ }" })
            await Refused(method, path, body, 400, "bad-request");
        foreach (var body in new[] { "[]", "7", "null", "\"text\"", "true", """[{ "id": "x" }]""" })
            Assert.Equal("", (await Refused(method, path, body, 422, "invalid-body")).Pointers());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_is_too_long_is_refused_before_it_is_read(string method, string path)
    {
        await Refused(method, path, $$"""{ "text": "{{new string('x', 10_000_000)}}" }""", 413, "content-too-large");
        await Refused(method, path, new string(' ', 4_000_001), 413, "content-too-large");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Another_media_type_is_refused_and_the_right_one_named(string method, string path)
    {
        var right = method == "PATCH" ? "application/merge-patch+json" : "application/json";
        foreach (var type in new[] { "text/plain", "application/xml", "application/json-patch+json", "application/x-www-form-urlencoded", "", method == "PATCH" ? "application/json" : "application/merge-patch+json" })
            Assert.Contains($"'Content-Type: {right}'", (await Refused(method, path, "{}", 415, "unsupported-media-type", ("Content-Type", type))).Text("detail"), StringComparison.Ordinal);
        var answer = await graph.Write(method, path, "{}", ("If-Match", "*"), ("Content-Type", "text/plain"));
        Assert.Equal(method == "PATCH" ? right : null, answer.Header("Accept-Patch"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_member_that_nobody_knows_and_parameters_that_nobody_takes_are_refused(string method, string path)
    {
        foreach (var name in new[] { "colour", "__proto__", "a/b" })
            Assert.Contains($"/{name.Replace("/", "~1", StringComparison.Ordinal)}", (await Refused(method, path, $$"""{ "{{name}}": 1 }""", 422, "invalid-body")).Pointers().Split(' '));
        foreach (var query in new[] { "dryRun=yes", "dryRun=true&dryRun=true", "colour=red", "asOf=1", "key=secret" })
            await Refused(method, $"{path}?{query}", "{}", 400, "invalid-parameter");
    }

    [Theory]
    [InlineData("id", "7")]
    [InlineData("id", "[\"a\"]")]
    [InlineData("id", "{}")]
    [InlineData("id", "\"..\"")]
    [InlineData("id", "\"../actors/aland\"")]
    [InlineData("id", "\"Aland\"")]
    [InlineData("id", "\"a b\"")]
    [InlineData("id", "\"a--b\"")]
    [InlineData("id", "\"\"")]
    [InlineData("id", "LONG")]
    public async Task An_id_has_its_form(string member, string value)
    {
        value = value.Replace("LONG", $"\"{new string('a', 300)}\"", StringComparison.Ordinal);
        foreach (var path in new[] { "statements", "actors", "schema/predicates" })
            Assert.Contains($"/{member}", (await Refused("POST", path, $$"""{ "{{member}}": {{value}} }""", 422, "invalid-body")).Pointers().Split(' '));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("Aland")]
    [InlineData("a%20b")]
    [InlineData("%01")]
    [InlineData("LONG")]
    public async Task A_path_to_an_id_that_is_none_leads_nowhere(string id)
    {
        id = id.Replace("LONG", new string('a', 300), StringComparison.Ordinal).Replace("..", "%2E%2E%2Fx", StringComparison.Ordinal);
        var before = await graph.Revision();
        foreach (var (method, path) in Collections.SelectMany(path => new[] { ("PUT", path), ("PATCH", path), ("DELETE", path) }))
        {
            var answer = await graph.Write(method, $"{path}/{id}", method == "DELETE" ? null : "{}", ("If-Match", "*"));
            Assert.True((int)answer.Status is 400 or 404, $"{method} {path}/{id}: {answer.Status}");
            answer.Problem((int)answer.Status, answer.Json.Text("code"));
        }
        Assert.Equal(before, await graph.Revision());
    }

    [Theory]
    [InlineData("""["aland", "ally-of", "aland"]""", "/asserts/0")]
    [InlineData("""["lantern-pact", "signed", "1953-02-30"]""", "/asserts/0/2")]
    [InlineData("""["lantern-pact", "signed", "0000"]""", "/asserts/0/2")]
    [InlineData("""["lantern-pact", "signed", "1953-1"]""", "/asserts/0/2")]
    [InlineData("""{ "fact": ["aland", "ally-of", "bland"], "validFrom": "1960", "validTo": "1950" }""", "/asserts/0/validTo")]
    [InlineData("""["aland", "ally-of"]""", "/asserts/0")]
    [InlineData("""["aland", "ally-of", "bland", "cland"]""", "/asserts/0")]
    [InlineData("""["aland", "ally-of", null]""", "/asserts/0/2")]
    [InlineData("""[["aland"], "ally-of", "bland"]""", "/asserts/0/0")]
    [InlineData("\"aland.ally-of.bland\"", "/asserts/0")]
    [InlineData("7", "/asserts/0")]
    [InlineData("null", "/asserts/0")]
    [InlineData("""["seats", "ally-of", "bland"]""", "/asserts/0/0")]
    [InlineData("""["aland", "part-of", "warm-sea"]""", "/asserts/0/0")]
    public async Task A_fact_that_is_none_is_told_with_its_place(string fact, string pointer) =>
        Assert.Contains(pointer, (await Refused("POST", "statements", CuratedGraph.Statement("never", fact), 422, "invalid-body")).Pointers().Split(' '));

    private static string Nested(int depth) => $"{new string('[', depth)}{new string(']', depth)}";

    private async Task<JsonElement> Refused(string method, string path, string body, int status, string code, params (string Name, string Value)[] headers)
    {
        var before = await graph.Revision();
        var answer = await graph.Write(method, path, body, [("If-Match", "*"), .. headers]);
        Assert.True((int)answer.Status == status, $"{method} {path} {body[..Math.Min(body.Length, 100)]}: {answer.Status} in place of {status}: {answer.Text}");
        Assert.Equal(before, await graph.Revision());
        return answer.Problem(status, code);
    }
}
