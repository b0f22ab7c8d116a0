using Xunit;

namespace AllianceApi.Tests.Curation;

public sealed class PreconditionTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    private const string Patch = """{ "qualifier": "often" }""";

    [Theory]
    [InlineData("statements/seats")]
    [InlineData("places/warm-sea")]
    [InlineData("schema/predicates/party")]
    [InlineData("relations/aland.ally-of.bland")]
    public async Task A_change_without_a_version_is_refused_and_one_upon_another_is_told_the_tag_of_now(string path)
    {
        var before = await graph.Revision();
        var tag = await graph.Tag(path);
        foreach (var (method, body) in new (string, string?)[] { ("PUT", "{}"), ("PATCH", "{}"), ("DELETE", null) })
        {
            (await graph.Write(method, path, body)).Problem(428, "precondition-required");
            foreach (var other in new[] { "\"999.x\"", "\"nothing\"", "\"\"", $"W/{tag}", "\"999.x\", \"998.y\"" })
            {
                var lost = await graph.Write(method, path, body, ("If-Match", other));
                lost.Problem(412, "precondition-failed");
                Assert.Equal(tag, lost.Header("ETag"));
            }
            (await graph.Write(method, path, body, ("If-Match", "garbage"))).Problem(400, "invalid-header");
        }
        Assert.Equal(before, await graph.Revision());
    }

    [Fact]
    public async Task The_tag_of_now_any_of_several_and_a_star_will_do()
    {
        await using var own = new CuratedGraph();
        var first = await own.Tag("statements/seats");
        Assert.Equal(200, (int)(await own.Write("PATCH", "statements/seats", Patch, ("If-Match", first))).Status);
        (await own.Write("PATCH", "statements/seats", """{ "qualifier": "rarely" }""", ("If-Match", first))).Problem(412, "precondition-failed");
        Assert.Equal(200, (int)(await own.Write("PATCH", "statements/seats", """{ "qualifier": "rarely" }""", ("If-Match", $"{first}, {await own.Tag("statements/seats")}"))).Status);
        Assert.Equal(200, (int)(await own.Write("PATCH", "statements/seats", Patch, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task Another_records_change_is_no_lost_race()
    {
        await using var own = new CuratedGraph();
        var read = await own.Tag("statements/seats");
        await own.Done("PATCH", "statements/reasons", Patch);
        Assert.Equal(200, (int)(await own.Write("PATCH", "statements/seats", Patch, ("If-Match", read))).Status);
    }
}
