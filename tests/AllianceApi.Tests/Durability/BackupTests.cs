using AllianceApi.Tests.Curation;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>A copy that is made beside a server that writes is whole, and nothing less ever has its name.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backup-").FullName;

    private string Copy => Path.Combine(_folder, "made", "copy.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_of_many_copies_made_while_writers_write_is_one_revision_whole()
    {
        await using var api = new CuratedGraph();
        await api.Key();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
                await api.Made("revisions", $$"""{ "statements": [{{CuratedGraph.Statement($"w{writer}-{i}-a", """["aland","ally-of","bland"]""")}}, {{CuratedGraph.Statement($"w{writer}-{i}-b", """["aland","ally-of","bland"]""")}}] }""");
        })));
        var revisions = new List<long>();
        while (!writing.IsCompleted || revisions.Count == 0)
        {
            var made = await OnDatabaseFile.RunAsync(api.Connection, "backup", Copy, "--overwrite");
            Assert.Equal((0, ""), (made.Code, made.Error));
            Assert.Equal([Copy], Directory.GetFiles(Path.GetDirectoryName(Copy)!));
            var graph = await OnDatabaseFile.LoadAsync(Copy);
            Assert.Contains($"at revision {graph.Revision} of ", made.Output, StringComparison.Ordinal);
            revisions.Add(graph.Revision);
            var written = graph.Statements.Select(statement => statement.Id).Where(id => id.StartsWith('w')).ToList();
            Assert.Equal(2 * (graph.Revision - 1), written.Count);
        }
        await writing;
        Assert.Equal(revisions.Order(), revisions);
    }

    [Fact]
    public async Task A_copy_has_what_the_database_has_and_keys_too()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("one", """["aland","ally-of","bland"]"""));
        Assert.Matches($"^{Copy}: graph [0-9a-f]{{16}} at revision 2 of 20[-0-9: ]+ UTC, [0-9]+ bytes, looked over and whole\\.\n$", (await OnDatabaseFile.RunAsync(api.Connection, "backup", Copy)).Output);
        Assert.Equal(1L, OnDatabaseFile.Ask(Copy, "SELECT count(*) FROM Keys"));
        Assert.Equal(OnDatabaseFile.Ask(OnDatabaseFile.Of(api), "SELECT group_concat(Id) FROM Statements"), OnDatabaseFile.Ask(Copy, "SELECT group_concat(Id) FROM Statements"));
        Assert.Equal("delete", OnDatabaseFile.Ask(Copy, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_where_that_is_asked_for()
    {
        await using var api = new CuratedGraph();
        await api.Server();
        Directory.CreateDirectory(Path.GetDirectoryName(Copy)!);
        await File.WriteAllTextAsync(Copy, "something else");
        Assert.Equal((1, "", $"{Copy} is there already. Name another file, or add --overwrite.\n"), await OnDatabaseFile.RunAsync(api.Connection, "backup", Copy));
        Assert.Equal("something else", await File.ReadAllTextAsync(Copy));
        Assert.Equal(0, (await OnDatabaseFile.RunAsync(api.Connection, "backup", Copy, "--overwrite")).Code);
        Assert.Equal(1, (await OnDatabaseFile.LoadAsync(Copy)).Revision);
    }

    [Fact]
    public async Task The_database_itself_is_never_the_copy()
    {
        await using var api = new CuratedGraph();
        await api.Server();
        var link = Path.Combine(_folder, "link.db");
        File.CreateSymbolicLink(link, OnDatabaseFile.Of(api));
        foreach (var file in new[] { OnDatabaseFile.Of(api), link })
            Assert.Equal((1, "", $"{file} is the database itself. Name another file.\n"), await OnDatabaseFile.RunAsync(api.Connection, "backup", file, "--overwrite"));
        Assert.Equal(1, await api.Revision());
    }

    [Fact]
    public async Task What_is_damaged_or_no_database_of_this_program_is_not_copied()
    {
        var database = Path.Combine(_folder, "graph.db");
        await File.WriteAllTextAsync(Path.Combine(_folder, "older.db"), "the last good one");
        Assert.Contains("There is no database at ", (await Failing(database)).Error, StringComparison.Ordinal);

        OnDatabaseFile.Execute(database, "CREATE TABLE Other (Id)");
        Assert.Contains("is no database of this program. No backup was made.", (await Failing(database)).Error, StringComparison.Ordinal);

        File.Delete(database);
        _ = await OnDatabaseFile.LoadAsync(database);
        OnDatabaseFile.Execute(database, "INSERT INTO Exclusions VALUES ('a', 'b', 0)");
        Assert.Contains("The database is damaged, and so is a copy of it: a row of Exclusions refers to one of Predicates that is not there.", (await Failing(database)).Error, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(database, [.. (await File.ReadAllBytesAsync(database)).Take(20_000)]);
        await Failing(database);
        await File.WriteAllTextAsync(database, new string('x', 5000));
        await Failing(database);
    }

    /// <summary>A backup that must fail in one line, and leave the older one and nothing else.</summary>
    private async Task<(int Code, string Output, string Error)> Failing(string database)
    {
        var ended = await OnDatabaseFile.RunAsync($"Data Source={database}", "backup", Path.Combine(_folder, "older.db"), "--overwrite");
        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.Equal("the last good one", await File.ReadAllTextAsync(Path.Combine(_folder, "older.db")));
        Assert.DoesNotContain(Directory.GetFiles(_folder), file => file.EndsWith(".partial", StringComparison.Ordinal));
        return ended;
    }
}
