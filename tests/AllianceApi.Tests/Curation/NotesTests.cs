using System.Text;
using System.Text.Json;
using AllianceApi.Access;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>Why a change was made is kept with it.</summary>
public sealed class NotesTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    [Fact]
    public async Task The_note_of_a_change_is_in_its_revision_and_in_the_history_of_what_it_changed()
    {
        await using var own = new CuratedGraph();
        await own.Done("PATCH", "actors/aland", """{ "aliases": ["Land of A"] }""", ("Change-Note", "  Asked for by \"many\" & <others>. "));
        await own.Done("PATCH", "actors/aland", """{ "aliases": [] }""");
        var history = (await own.Read("entities/aland/history")).List("items");
        Assert.Equal(("Asked for by \"many\" & <others>.", "Ada"), (history[1].Text("note"), history[1].Text("by")));
        Assert.Equal("Put the actor 'aland'.", history[0].Text("note"));
        Assert.Equal(history[1].Text("note"), (await own.Read("revisions/2")).Text("note"));
    }

    [Fact]
    public async Task The_header_is_said_rather_than_the_note_in_the_body()
    {
        await using var own = new CuratedGraph();
        var body = $$"""{ "note": "In the body.", "statements": [{{CuratedGraph.Statement("noted", """["aland","ally-of","bland"]""")}}] }""";
        await own.Done("POST", "revisions", body, ("Change-Note", "In the header."));
        Assert.Equal("In the header.", (await own.Read("revisions/2")).Text("note"));
    }

    [Theory]
    [InlineData(500, 200)]
    [InlineData(501, 400)]
    public async Task It_has_a_length(int length, int status) =>
        Assert.Equal(status, (int)(await graph.Write("PATCH", "actors/bland", $$"""{ "aliases": ["B{{length}}"] }""", ("If-Match", "*"), ("Change-Note", new string('x', length)))).Status);

    [Theory]
    [InlineData("bell\u0007")]
    [InlineData("tab\tbetween")]
    [InlineData("delete\u007F")]
    public async Task Control_characters_are_refused(string note)
    {
        var before = await graph.Revision();
        (await graph.Write("PATCH", "actors/bland", """{ "aliases": ["Never"] }""", ("If-Match", "*"), ("Change-Note", note))).Problem(400, "invalid-header");
        Assert.Equal(before, await graph.Revision());
    }

    [Fact]
    public async Task It_is_read_as_UTF_8_and_bytes_that_are_none_are_refused()
    {
        await using var api = new ListeningGraph();
        var key = (await (await api.Service<ApiKeys>()).CreateAsync("Ada", Scope.Curate, null, TestContext.Current.CancellationToken)).Text.Reveal();
        Assert.Equal(200, await PatchAsync(api, key, Encoding.UTF8.GetBytes("한국어, Ärger 🙂")));
        Assert.Equal("한국어, Ärger 🙂", (await ReadAsync(api, "/api/v1/revisions/2")).Text("note"));
        Assert.Equal(400, await PatchAsync(api, key, [0x41, 0xE9, 0x42]));
        Assert.Equal(2, (await ReadAsync(api, "/api/v1")).Number("revision"));
    }

    private static async Task<JsonElement> ReadAsync(ListeningGraph api, string path) => JsonElement.Parse((await api.Wire(path)).Body);

    private static async Task<int> PatchAsync(ListeningGraph api, string key, byte[] note)
    {
        const string Body = """{ "aliases": ["Land of B"] }""";
        var headers = $"X-Api-Key: {key}\r\nIf-Match: *\r\nContent-Type: application/merge-patch+json\r\nChange-Note: {Encoding.Latin1.GetString(note)}\r\nContent-Length: {Body.Length}\r\n";
        return (await api.Wire("/api/v1/actors/bland", "PATCH", $"{headers}\r\n{Body}")).Status;
    }
}
