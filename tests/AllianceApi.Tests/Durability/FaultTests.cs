using System.Diagnostics;
using System.Globalization;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>A database file that goes while the program runs: the present is answered, all else says what to do, and works again when the file is back.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fault-").FullName;

    private string Database => Path.Combine(_folder, "graph.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_that_is_taken_away_or_replaced_is_missed_until_it_is_back()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var program = new RunningProgram(_folder);
        await program.StartAsync(cancel);
        await program.UseKeyAsync(cancel);
        var body = CuratedGraph.Statement("one", """["aland","ally-of","bland"]""");
        Assert.Equal(201, (int)(await program.SendAsync("POST", "statements", body, cancel)).Status);

        File.Move(Database, Database + ".away");
        await FailsAsync();
        Assert.False(File.Exists(Database));
        await File.WriteAllTextAsync(Database, "", cancel);
        await FailsAsync();
        Assert.Equal("", await File.ReadAllTextAsync(Database, cancel));

        File.Move(Database + ".away", Database, overwrite: true);
        Assert.Equal(201, (int)(await program.SendAsync("POST", "statements", CuratedGraph.Statement("two", """["aland","ally-of","bland"]"""), cancel)).Status);
        Assert.Equal(2, (await program.ReadAsync("statements/one/history", cancel)).GetProperty("total").GetInt32() + 1);
        await program.StopAsync(cancel);
        Assert.Equal((0, ""), await program.RunAsync(cancel, "check"));

        async Task FailsAsync()
        {
            (await program.SendAsync("POST", "statements", CuratedGraph.Statement("two", """["aland","ally-of","bland"]"""), cancel)).Problem(503, "storage-failed");
            var key = program.Client.DefaultRequestHeaders.GetValues("X-Api-Key").Single();
            program.Client.DefaultRequestHeaders.Remove("X-Api-Key");
            foreach (var past in new[] { "statements/one/history", "revisions", "revisions/1", "changes?since=0", "entities?asOf=1", "statements/never-was" })
                (await program.SendAsync("GET", past, null, cancel)).Problem(503, "storage-failed");
            Assert.Equal("one", (await program.ReadAsync("statements/one", cancel)).GetProperty("id").GetString());
            program.Client.DefaultRequestHeaders.Add("X-Api-Key", key);
        }
    }

    [Fact]
    public async Task On_a_full_disk_reads_and_the_past_are_answered_and_writes_work_again_when_there_is_room()
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux limits the files of a process that runs.");
        // Past the most that a file may hold the kernel ends a program, unless it is told to let the write fail.
        await using var program = new RunningProgram(_folder, "bash", "-c", "trap '' XFSZ; exec \"$@\"", "bash");
        await program.StartAsync(cancel);
        await program.UseKeyAsync(cancel);
        Assert.Equal(201, (int)(await WriteAsync("before")).Status);
        Assert.Equal(200, (int)(await program.SendAsync("PATCH", "statements/before", """{ "text": "Something newer." }""", cancel, ("If-Match", "*"))).Status);

        await LimitAsync(new FileInfo($"{Database}-wal").Length.ToString(CultureInfo.InvariantCulture));
        foreach (var attempt in new[] { "full-1", "full-2", "full-1" })
        {
            var answer = await WriteAsync(attempt);
            answer.Problem((int)answer.Status, (int)answer.Status == 507 ? "storage-full" : "storage-failed");
            Assert.Equal("Something new.", (await program.ReadAsync("statements/before?asOf=2", cancel)).Text("text"));
            Assert.Equal("Something newer.", (await program.ReadAsync("statements/before", cancel)).Text("text"));
            Assert.Equal(2, (await program.ReadAsync("changes?since=1", cancel)).List("items").Length);
            Assert.Equal(404, (int)(await program.SendAsync("GET", $"statements/{attempt}", null, cancel)).Status);
        }
        Assert.Equal((0, ""), await program.RunAsync(cancel, "check"));

        await LimitAsync("unlimited");
        Assert.Equal(201, (int)(await WriteAsync("after")).Status);
        Assert.Equal("4 3 2 1", (await program.ReadAsync("revisions", cancel)).List("items").Select(revision => revision.At("revision").GetRawText()).Spaced());
        await program.StopAsync(cancel);
        Assert.Equal((0, ""), await program.RunAsync(cancel, "check"));
        await program.StartAsync(cancel);
        Assert.Equal("after before", (await program.ReadAsync("statements?limit=200", cancel)).List("items").Select(statement => statement.Text("id")).Where(id => id is "before" or "after" || id.StartsWith("full", StringComparison.Ordinal)).Order().Spaced());

        Task<Answer> WriteAsync(string id) => program.SendAsync("POST", "statements", CuratedGraph.Statement(id, """["aland","ally-of","bland"]"""), cancel);

        async Task LimitAsync(string bytes)
        {
            using var limit = Process.Start("prlimit", [$"--pid={program.ProcessId.ToString(CultureInfo.InvariantCulture)}", $"--fsize={bytes}:unlimited"]);
            await limit.WaitForExitAsync(cancel);
            Assert.Equal(0, limit.ExitCode);
        }
    }
}
