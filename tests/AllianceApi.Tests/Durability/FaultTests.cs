using AllianceApi.Tests.Curation;
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
}
