using AllianceApi.Tests.Curation;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>A backup takes the place of the database, whole, and never under a program that uses it.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("restore-").FullName;

    private string Copy => Path.Combine(_folder, "copy.db");

    private string Database => Path.Combine(_folder, "data", "graph.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up_under_a_new_graph_id()
    {
        var before = await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(Copy);
        var restored = await RestoreAsync();
        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.Matches($"^{Database}: graph [0-9a-f]{{16}} at revision 2 of 20[-0-9: ]+ UTC, whole, from {Copy}\\. Its keys are good again as they were then\\.\n$", restored.Output);
        Assert.Equal([Database], Directory.GetFiles(Path.GetDirectoryName(Database)!));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Copy));
        var graph = await OnDatabaseFile.LoadAsync(Database);
        Assert.NotEqual(before, graph.GraphId);
        Assert.Contains($"graph {graph.GraphId} ", restored.Output, StringComparison.Ordinal);
        Assert.Contains(graph.Statements, statement => statement.Id == "one");
    }

    [Fact]
    public async Task A_database_that_is_there_is_replaced_only_where_that_is_asked_for_and_its_log_with_it()
    {
        await MakeAsync();
        await RestoreAsync();
        OnDatabaseFile.Execute(Database, "PRAGMA journal_mode = WAL; UPDATE Graph SET GraphId = 'mine'");
        Assert.Equal((1, "", $"There is a database at {Database}. Move it away, or add --overwrite to lose it.\n"), await RestoreAsync());
        Assert.Equal("mine", OnDatabaseFile.Ask(Database, "SELECT GraphId FROM Graph"));
        // As a program that is killed leaves them.
        await File.WriteAllTextAsync(Database + "-wal", "what the old one had yet to fold in");
        Assert.Equal(0, (await RestoreAsync("--overwrite")).Code);
        Assert.Equal([Database], Directory.GetFiles(Path.GetDirectoryName(Database)!));
        Assert.Equal(2, (await OnDatabaseFile.LoadAsync(Database)).Revision);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_restored_under_a_server_whether_or_not_its_database_can_be_read(bool damaged)
    {
        var cancel = TestContext.Current.CancellationToken;
        await MakeAsync();
        var data = Directory.CreateDirectory(Path.GetDirectoryName(Database)!).FullName;
        await using var program = new RunningProgram(data);
        await program.StartAsync(cancel);
        await program.UseKeyAsync(cancel);
        if (damaged)
        {
            await using var file = new FileStream(Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync(new byte[100], cancel);
        }
        Assert.Equal((1, $"A program has {Database} open. Stop the server first; nothing was restored.\n"), await program.RunAsync(cancel, "restore", Copy, "--overwrite"));
        Assert.Equal(1, (await program.ReadAsync("", cancel)).GetProperty("revision").GetInt32());
        await program.StopAsync(cancel);
        Assert.Equal((0, ""), await program.RunAsync(cancel, "restore", Copy, "--overwrite"));
        Assert.Equal([Database], Directory.GetFiles(data));
        await program.StartAsync(cancel);
        Assert.Equal(2, (await program.ReadAsync("", cancel)).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task What_is_no_good_is_not_restored_and_the_database_stays_as_it_is()
    {
        await MakeAsync();
        await RestoreAsync();
        var bytes = await File.ReadAllBytesAsync(Database);
        var good = await File.ReadAllBytesAsync(Copy);

        await FailingAsync($"{Database} is the database itself.", Database);
        await FailingAsync("There is no file ", Path.Combine(_folder, "none.db"));

        await File.WriteAllTextAsync(Copy, "not a database");
        await FailingAsync("is no database of SQLite.");
        await File.WriteAllTextAsync(Copy, "");
        await FailingAsync("is no database of SQLite.");
        await File.WriteAllBytesAsync(Copy, [.. good.Take(good.Length / 2)]);
        await FailingAsync("is damaged: ");

        await File.WriteAllBytesAsync(Copy, good);
        OnDatabaseFile.Execute(Copy, "INSERT INTO Exclusions VALUES ('a', 'b', 0)");
        await FailingAsync("is damaged: a row of Exclusions refers to one of Predicates that is not there.");

        await File.WriteAllBytesAsync(Copy, good);
        OnDatabaseFile.Execute(Copy, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')");
        await FailingAsync("was written by a newer version of this program (migration 29990101000000_Later).");

        File.Delete(Copy);
        OnDatabaseFile.Execute(Copy, "CREATE TABLE Other (Id)");
        await FailingAsync("is no database of this program.");

        await File.WriteAllBytesAsync(Copy, good);
        await File.WriteAllTextAsync(Copy + "-wal", "the rest");
        await FailingAsync("does not stand alone: part of it is in ");

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));

        async Task FailingAsync(string reason, string? file = null)
        {
            var ended = await OnDatabaseFile.RunAsync($"Data Source={Database}", "restore", file ?? Copy, "--overwrite");
            Assert.Equal((1, ""), (ended.Code, ended.Output));
            Assert.Contains(reason, ended.Error, StringComparison.Ordinal);
            Assert.Single(ended.Error.TrimEnd().Split('\n'));
            Assert.Equal([Database], Directory.GetFiles(Path.GetDirectoryName(Database)!));
        }
    }

    /// <summary>Backs a small graph up that has been written to.</summary>
    /// <returns>Its id.</returns>
    private async Task<string> MakeAsync()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("one", """["aland","ally-of","bland"]"""));
        Assert.Equal(0, (await OnDatabaseFile.RunAsync(api.Connection, "backup", Copy)).Code);
        return (string)OnDatabaseFile.Ask(Copy, "SELECT GraphId FROM Graph")!;
    }

    private Task<(int Code, string Output, string Error)> RestoreAsync(params string[] more) => OnDatabaseFile.RunAsync($"Data Source={Database}", ["restore", Copy, .. more]);
}
