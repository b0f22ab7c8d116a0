using System.Text.Json.Nodes;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>Entities of each kind, written by their own paths.</summary>
public sealed class EntityWritesTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    private const string Rest = "\"name\": \"New\", \"aliases\": [\"Newer\"], \"summary\": \"Something new.\", \"summaryEvidence\": [\"pact-parties\"]";

    [Theory]
    [InlineData("alliances", "")]
    [InlineData("treaties", "")]
    [InlineData("agreements", "")]
    [InlineData("commands", ", \"composition\": \"bilateral\"")]
    [InlineData("debates", ", \"question\": \"Is it new?\", \"proposition\": \"It is new.\"")]
    [InlineData("positions", ", \"stance\": \"for\"")]
    [InlineData("actors", ", \"type\": \"group\"")]
    [InlineData("events", "")]
    [InlineData("concepts", ", \"type\": \"idea\"")]
    [InlineData("capabilities", ", \"domain\": \"cyber\"")]
    [InlineData("places", ", \"type\": \"sea\"")]
    public async Task Each_kind_is_made_read_put_back_and_patched(string path, string members)
    {
        var id = $"new-of-{path}";
        var made = await graph.Write("POST", path, $$"""{ "id": "{{id}}", {{Rest}}{{members}} }""");
        Assert.True((int)made.Status == 201, made.Text);
        Assert.Equal($"/api/v1/{path}/{id}", made.Header("Location"));
        var read = await graph.Get($"/api/v1/{path}/{id}");
        Assert.Equal((read.Text, read.Header("ETag")), (made.Text, made.Header("ETag")));

        var revision = await graph.Revision();
        var put = await graph.Write("PUT", $"{path}/{id}", read.Text, ("If-Match", read.Header("ETag")!));
        Assert.Equal((200, read.Text, read.Header("ETag")), ((int)put.Status, put.Text, put.Header("ETag")));
        Assert.Equal(revision, await graph.Revision());

        var patched = await graph.Write("PATCH", $"{path}/{id}", """{ "name": "Renamed", "aliases": null }""", ("If-Match", read.Header("ETag")!));
        Assert.Equal(("Renamed", ""), (patched.Json.Text("name"), patched.Json.Texts("aliases")));
        Assert.Equal(revision + 1, patched.Json.Number("revision"));
    }

    [Fact]
    public async Task An_argument_comes_with_what_it_claims_and_the_position_that_it_is_for()
    {
        const string Argument = """{ "id": "it-shines", "kind": "argument", "name": "It shines", "summary": "A reason.", "summaryEvidence": ["shine-given"] }""";
        (await graph.Write("POST", "arguments", Argument.Replace("shine-given", "reasons", StringComparison.Ordinal))).Problem(422, "invalid-body");
        var given = CuratedGraph.Statement("shine-given", """["it-shines","argues-for","good"]""");
        var claimed = CuratedGraph.Statement("shine-claimed", """["lantern-pact","supports","calm"]""").Replace("\"asserts\"", "\"attributedTo\": [\"it-shines\"], \"asserts\"", StringComparison.Ordinal);
        await graph.Made("revisions", $$"""{ "entities": [{{Argument}}], "statements": [{{given}}, {{claimed}}] }""");
        var read = await graph.Get("/api/v1/arguments/it-shines");
        Assert.Equal(read.Text, (await graph.Done("PUT", "arguments/it-shines", read.Text)).Text);
    }

    [Theory]
    [InlineData("treaties/lantern-pact")]
    [InlineData("treaties/harbour-accord")]
    [InlineData("agreements/old-truce")]
    [InlineData("debates/is-it-good")]
    [InlineData("actors/aland")]
    [InlineData("positions/good")]
    [InlineData("arguments/it-costs")]
    public async Task What_a_GET_shows_can_be_put_back_facts_and_all(string path)
    {
        var before = await graph.Revision();
        var shown = await graph.Get($"/api/v1/{path}");
        var put = await graph.Write("PUT", path, shown.Text, ("If-Match", "*"));
        Assert.True((int)put.Status == 200, put.Text);
        Assert.Equal((await graph.Get($"/api/v1/{path}")).Text, put.Text);
        Assert.Equal(before, await graph.Revision());
    }

    [Fact]
    public async Task An_attribute_that_differs_from_the_facts_is_no_way_to_change_them()
    {
        var body = JsonNode.Parse((await graph.Get("/api/v1/treaties/reef-treaty")).Text)!;
        body["signed"] = "1970";
        var problem = (await graph.Write("PUT", "treaties/reef-treaty", body.ToJsonString(), ("If-Match", "*"))).Problem(422, "invalid-body");
        Assert.Equal("/signed", problem.Pointers());
        Assert.Contains("made by statements", problem.Messages(), StringComparison.Ordinal);
        (await graph.Write("PATCH", "treaties/reef-treaty", """{ "signed": "1970" }""", ("If-Match", "*"))).Problem(422, "invalid-body");
    }

    [Theory]
    [InlineData("actors/aland", """{ "colour": "red" }""", "/colour")]
    [InlineData("actors/aland", """{ "id": "bland" }""", "/id")]
    [InlineData("actors/aland", """{ "kind": "place" }""", "/kind")]
    [InlineData("actors/aland", """{ "type": "planet" }""", "/type")]
    [InlineData("actors/aland", """{ "name": "" }""", "/name")]
    [InlineData("actors/aland", """{ "name": 7 }""", "/name")]
    [InlineData("actors/aland", """{ "aliases": "one" }""", "/aliases")]
    [InlineData("actors/aland", """{ "summaryEvidence": ["nothing"] }""", "/summaryEvidence/0")]
    [InlineData("actors/aland", """{ "summaryEvidence": [] }""", "/summaryEvidence")]
    [InlineData("actors/aland", """{ "sameAs": ["no address"] }""", "/sameAs/0")]
    [InlineData("places/warm-sea", """{ "a/b~c": 1 }""", "/a~1b~0c")]
    public async Task What_does_not_fit_is_told_with_its_place(string path, string patch, string pointer)
    {
        var before = await graph.Revision();
        Assert.Equal(pointer, (await graph.Write("PATCH", path, patch, ("If-Match", "*"))).Problem(422, "invalid-body").Pointers());
        Assert.Equal(before, await graph.Revision());
    }

    [Fact]
    public async Task The_path_of_another_kind_names_the_right_one_and_an_unknown_id_suggests()
    {
        foreach (var (method, body) in new[] { ("PUT", "{}"), ("PATCH", "{}"), ("DELETE", null) })
        {
            Assert.Contains("/api/v1/actors/aland", (await graph.Write(method, "places/aland", body, ("If-Match", "*"))).Problem(404, "unknown-id").Text("detail"), StringComparison.Ordinal);
            Assert.Contains("aland", (await graph.Write(method, "actors/alandd", body, ("If-Match", "*"))).Problem(404, "unknown-id").Text("detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_id_that_was_ever_given_out_is_not_given_out_again()
    {
        await using var own = new CuratedGraph();
        const string Again = $$"""{ "id": "fleeting", "type": "group", {{Rest}} }""";
        await own.Made("actors", Again);
        await own.Done("DELETE", "actors/fleeting");
        (await own.Write("POST", "actors", Again)).Problem(409, "conflict");
        (await own.Write("PUT", "actors/fleeting", Again, ("If-Match", "*"))).Problem(410, "gone");
        await own.Done("POST", "entities/critics/merge", """{ "into": "fans" }""");
        (await own.Write("POST", "actors", Again.Replace("fleeting", "critics", StringComparison.Ordinal))).Problem(409, "conflict");
        // One namespace for all kinds.
        (await own.Write("POST", "places", $$"""{ "id": "aland", "type": "sea", {{Rest}} }""")).Problem(409, "conflict");
    }

    [Fact]
    public async Task Prefer_minimal_leaves_the_body_out()
    {
        var made = await graph.Write("POST", "concepts", $$"""{ "id": "quiet-one", "type": "idea", {{Rest}} }""", ("Prefer", "return=minimal"));
        Assert.Equal((201, "", "return=minimal"), ((int)made.Status, made.Text, made.Header("Preference-Applied")));
        Assert.Equal(await graph.Tag("concepts/quiet-one"), made.Header("ETag"));
        Assert.Equal(204, (int)(await graph.Done("PATCH", "concepts/quiet-one", """{ "name": "Quieter" }""", ("Prefer", "return=minimal"))).Status);
    }

    [Fact]
    public async Task Nothing_speaks_of_a_new_entity_without_evidence_and_the_problem_says_how_to_send_both()
    {
        var problem = (await graph.Write("POST", "actors", """{ "id": "alone", "type": "group", "name": "Alone", "summary": "Without evidence.", "summaryEvidence": ["alone-is"] }""")).Problem(422, "invalid-body");
        Assert.Contains("/summaryEvidence/0", problem.Pointers(), StringComparison.Ordinal);
        Assert.Contains("POST /api/v1/revisions", problem.Messages(), StringComparison.Ordinal);
    }
}
