using System.Text;
using AllianceApi.Data;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Imports;

/// <summary>Packs over HTTP: taken on, told apart, loaded whole or not at all.</summary>
public sealed class ImportsTests
{
    private const string Path = ImportingGraph.Path;

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    [InlineData("zip")]
    public async Task A_pack_that_was_exported_changes_nothing_and_one_beside_it_adds_to_the_same_facts(string form)
    {
        await using var api = new ImportingGraph();
        var job = await api.Imported(await api.Export(form), form);
        Assert.Equal(("succeeded", 1), (job.Text("status"), job.At("outcome").Number("revision")));

        job = await api.Imported(Encoding.UTF8.GetBytes(ImportingGraph.Second("""
            "asserts": [["aland", "ally-of", "bland"]], "denies": [["lantern-pact", "party", "bland"]]
            """)), "json", headers: ("Change-Note", "A gazette."));
        Assert.Equal(("succeeded", 2, 1), (job.Text("status"), job.At("outcome").Number("revision"), job.At("outcome").At("put").Number("statements")));
        var revision = await api.GetJson("/api/v1/revisions/2");
        Assert.Equal(("Root", "A gazette."), (revision.Text("by"), revision.Text("note")));
        var supported = await api.GetJson("/api/v1/relations/aland.ally-of.bland");
        Assert.Contains(supported.List("evidence"), statement => statement.Text("statement") == "gazette-says");
        Assert.Contains(supported.List("evidence"), statement => statement.Text("statement") == "pact-parties");
        var contested = await api.GetJson("/api/v1/relations/lantern-pact.party.bland");
        Assert.True(contested.At("contested").GetBoolean());
    }

    [Fact]
    public async Task A_fact_that_a_pack_came_to_support_is_of_its_revision_and_can_be_written_to()
    {
        await using var api = new ImportingGraph();
        await api.Imported(Encoding.UTF8.GetBytes(ImportingGraph.Second("""
            "asserts": [["aland", "ally-of", "bland"]]
            """)), "json");
        var served = (await api.Get("/api/v1/relations/aland.ally-of.bland")).Text;
        await api.Restart();
        Assert.Equal((await api.Get("/api/v1/relations/aland.ally-of.bland")).Text, served);
        await api.Imported(Encoding.UTF8.GetBytes(ImportingGraph.Second("""
            "asserts": [["aland", "ally-of", "bland"]]
            """).Replace("gazette", "courier", StringComparison.Ordinal)), "json");
        var written = await api.Send("POST", "/api/v1/statements", new StringContent(Curation.CuratedGraph.Statement("later", """["aland","ally-of","bland"]"""), Encoding.UTF8, "application/json"));
        Assert.True(written.Status == System.Net.HttpStatusCode.Created, written.Text);
    }

    [Fact]
    public async Task A_pack_that_is_tried_changes_nothing_and_says_what_it_would_change()
    {
        await using var api = new ImportingGraph();
        var job = await api.Imported(Encoding.UTF8.GetBytes(ImportingGraph.Second("""
            "asserts": [["aland", "ally-of", "bland"]]
            """)), "json", "?dryRun=true");
        Assert.Equal(("succeeded", 1, 1), (job.Text("status"), job.At("outcome").Number("revision"), job.At("outcome").At("put").Number("documents")));
        Assert.Equal(1, (await api.GetJson("/api/v1")).Number("revision"));
    }

    [Fact]
    public async Task All_problems_of_a_pack_come_at_once_each_with_its_place()
    {
        await using var api = new ImportingGraph();
        var pack = ImportingGraph.Second("""
            "asserts": [["aland", "ally-off", "bland"], ["nobody", "ally-of", "bland"]]
            """);
        var job = await api.Imported(Encoding.UTF8.GetBytes(pack), "json");
        Assert.Equal(("failed", 2), (job.Text("status"), job.At("outcome").Number("problemsTotal")));
        Assert.All(job.At("outcome").List("problems"), problem =>
        {
            Assert.Equal("pack.json", problem.Text("file"));
            Assert.Equal(3, problem.Number("line"));
            Assert.NotEmpty(problem.Text("mend"));
        });
        Assert.Equal(1, (await api.GetJson("/api/v1")).Number("revision"));
    }

    [Fact]
    public async Task What_was_done_by_hand_is_lost_only_where_that_is_meant()
    {
        await using var api = new ImportingGraph();
        var pack = await api.Export("ndjson");
        var changed = await api.Send("PATCH", "/api/v1/statements/reef-signed", new StringContent("""{ "text": "Mended." }""", Encoding.UTF8, "application/merge-patch+json"), ("If-Match", "*"));
        Assert.Equal(200, (int)changed.Status);
        var job = await api.Imported(pack, "ndjson");
        Assert.Contains("revision 2", Assert.Single(job.At("outcome").List("problems")).Text("message"), StringComparison.Ordinal);
        Assert.Equal("succeeded", (await api.Imported(pack, "ndjson", "?overwrite=true")).Text("status"));
        Assert.NotEqual("Mended.", (await api.GetJson("/api/v1/statements/reef-signed")).Text("text"));
    }

    [Fact]
    public async Task One_runs_at_a_time_the_others_wait_and_either_can_be_called_off()
    {
        await using var api = new ImportingGraph();
        var pack = await api.Export("ndjson");
        var turns = await api.Service<Turns>();
        var release = new TaskCompletionSource();
        var second = Encoding.UTF8.GetBytes(ImportingGraph.Second("""
            "asserts": [["aland", "ally-of", "bland"]]
            """));
        // Somebody writes, and takes long over it.
        var turn = turns.TakeAsync(async graph => { await release.Task; return graph; }, CancellationToken.None);
        var running = (await api.Import(second, "json")).Header("Location")!;
        var waiting = (await api.Import(pack, "ndjson")).Header("Location")!;
        while ((await api.Send("GET", running)).Json.Text("status") != "running")
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal("queued", (await api.Send("GET", waiting)).Json.Text("status"));
        Assert.Equal(["2 queued", "1 running"], (await api.Send("GET", Path)).Json.List("items").Select(job => $"{job.Number("id")} {job.Text("status")}"));

        var cancelled = await api.Send("DELETE", waiting);
        Assert.Equal((200, "cancelled"), ((int)cancelled.Status, cancelled.Json.Text("status")));
        Assert.Equal(202, (int)(await api.Send("DELETE", running)).Status);
        Assert.Equal("cancelled", (await api.Over(running)).Text("status"));
        release.SetResult();
        await turn;
        Assert.Equal(1, (await api.GetJson("/api/v1")).Number("revision"));
        (await api.Send("DELETE", running)).Problem(409, "conflict");
    }

    [Fact]
    public async Task What_waits_when_the_program_stops_is_carried_out_by_the_next()
    {
        await using var api = new ImportingGraph();
        var release = new TaskCompletionSource();
        var turn = (await api.Service<Turns>()).TakeAsync(async graph => { await release.Task; return graph; }, CancellationToken.None);
        var job = (await api.Import(Encoding.UTF8.GetBytes(ImportingGraph.Second("""
            "asserts": [["aland", "ally-of", "bland"]]
            """)), "json")).Header("Location")!;
        var other = (await api.Import(await api.Export("zip"), "zip")).Header("Location")!;
        release.SetCanceled(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        await api.Restart();
        Assert.Equal("succeeded", (await api.Over(job)).Text("status"));
        Assert.Equal("succeeded", (await api.Over(other)).Text("status"));
        Assert.Equal(2, (await api.GetJson("/api/v1")).Number("revision"));
    }

    [Fact]
    public async Task A_body_that_is_no_pack_is_refused_before_it_is_taken_on()
    {
        await using var api = new ImportingGraph(("Imports:LargestBody", "1000"));
        (await api.Send("POST", Path, new StringContent("x", Encoding.UTF8, "text/plain"))).Problem(415, "unsupported-media-type");
        (await api.Send("POST", Path)).Problem(415, "unsupported-media-type");
        (await api.Import([], "ndjson")).Problem(400, "bad-request");
        (await api.Import(new byte[1001], "ndjson")).Problem(413, "content-too-large");
        (await api.Send("POST", Path, Chunked(new byte[100_000]))).Problem(413, "content-too-large");
        (await api.Import([1], "json", "?dryRun=perhaps")).Problem(400, "invalid-parameter");
        (await api.Import([1], "json", headers: ("Change-Note", new string('x', 501)))).Problem(400, "invalid-header");
        (await api.Send("GET", $"{Path}/99")).Problem(404, "unknown-id");
        (await api.Send("DELETE", $"{Path}/x")).Problem(404, "unknown-id");
        Assert.Empty((await api.Send("GET", Path)).Json.List("items"));
    }

    public static TheoryData<string, byte[], string> NoPacks => new()
    {
        { "json", "{ \"documents\": [] "u8.ToArray(), "this is not JSON" },
        { "json", "[1, 2]"u8.ToArray(), "a mapping" },
        { "json", "{ \"format\": 7, \"documents\": [] }"u8.ToArray(), "unknown key 'format'" },
        { "json", [0xFF, 0xFE, 0x00], "this is not JSON" },
        { "ndjson", "{ \"type\": \"future\", \"record\": {} }"u8.ToArray(), "unknown type 'future'" },
        { "ndjson", "\0\0\0\0"u8.ToArray(), "this is not JSON" },
        { "zip", "PK but no zip"u8.ToArray(), "no zip archive" },
        { "zip", ImportingGraph.Zip(("readme.txt", "x")), "holds no *.yaml" },
        { "zip", ImportingGraph.Zip(("../pack.yaml", "x")), "leads out of the folder" },
        { "zip", ImportingGraph.Zip(("/etc/pack.yaml", "x")), "leads out of the folder" },
        { "zip", ImportingGraph.Zip(("C:\\pack.yaml", "x")), "leads out of the folder" },
        { "zip", ImportingGraph.Zip(("a.yaml", "entities: []"), ("a.yaml", "entities: []")), "more than once" },
        { "zip", Linked(), "symbolic link" },
        { "zip", ImportingGraph.Zip(("bomb.yaml", new string('#', 80_000_000))), "larger than 64 MiB" },
        { "zip", ImportingGraph.Zip([.. Enumerable.Range(0, 10_001).Select(number => ($"{number}.yaml", ""))]), "10000 are the most" },
    };

    [Theory, MemberData(nameof(NoPacks), DisableDiscoveryEnumeration = true)]
    public async Task What_is_sent_as_a_pack_and_is_none_is_told_so(string form, byte[] pack, string problem)
    {
        await using var api = new ImportingGraph();
        var job = await api.Imported(pack, form);
        Assert.Equal("failed", job.Text("status"));
        Assert.Contains(job.At("outcome").List("problems"), found => found.Text("message").Contains(problem, StringComparison.Ordinal));
        Assert.Equal(1, (await api.GetJson("/api/v1")).Number("revision"));
    }

    private static StreamContent Chunked(byte[] bytes)
    {
        var content = new StreamContent(new MemoryStream(bytes));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-ndjson");
        content.Headers.ContentLength = null;
        return content;
    }

    private static byte[] Linked()
    {
        using var bytes = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("link.yaml").ExternalAttributes = unchecked((int)0xA1FF0000);
        return bytes.ToArray();
    }
}
