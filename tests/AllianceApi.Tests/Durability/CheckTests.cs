using System.Globalization;
using AllianceApi.Tests.Curation;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>What is not as it should be in a database is found, and nothing else.</summary>
public sealed class CheckTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("check-").FullName;

    private string Copy => Path.Combine(_folder, "copy.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_database_that_was_written_to_at_random_has_no_findings_while_it_is_served()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var api = new CuratedGraph();
        for (var change = 0; change < 30; change++)
            await RandomWrites.Write(api, random, change);
        var ended = await OnDatabaseFile.RunAsync(api.Connection, "check");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.EndsWith($" at revision {(await api.Revision()).ToString(CultureInfo.InvariantCulture)} of {ended.Output.Split(" of ")[1]}", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith(" UTC. The file is whole; tables, snapshot, feed and history agree.\n", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE Revisions SET Number = 9 WHERE Number = 4", "a row of Versions refers to one of Revisions that is not there")]
    [InlineData("INSERT INTO Revisions (Number, Time, \"By\", Note, IsLoad) SELECT 9, Time, \"By\", Note, IsLoad FROM Revisions WHERE Number = 7", "revision 8 is missing")]
    [InlineData("UPDATE Revisions SET Time = '2001-01-01 00:00:00' WHERE Number = 3", "revision 3 is older than the one before it")]
    [InlineData("UPDATE Versions SET \"From\" = 1 WHERE Id = 'one' AND \"From\" = 3", "the statement 'one' of revisions 1 to 4 overlaps the one from 2 on")]
    [InlineData("UPDATE Statements SET Revision = 77 WHERE Id = 'two'", "the statement 'two' is of revision 77, which there is not")]
    [InlineData("UPDATE Statements SET Revision = 1 WHERE Id = 'one'", "the statement 'one' of revisions 3 to 4 overlaps the one from 1 on")]
    [InlineData("UPDATE Facts SET Revision = 0 WHERE Id = 'aland.ally-of.bland'", "the fact 'aland.ally-of.bland' of revisions 6 to 7 overlaps the one from 5 on")]
    [InlineData("UPDATE Facts SET Negated = 1 - Negated WHERE Id = 'aland.ally-of.bland'", "the fact 'aland.ally-of.bland' is in the store and in no snapshot of it")]
    [InlineData("INSERT INTO Facts SELECT 'x' || Id, SubjectId, PredicateId, 'aland', Attribute, Value, Negated, ValidFrom, ValidTo, Revision FROM Facts WHERE Id = 'aland.ally-of.bland'", "what the tables hold is no graph: ")]
    [InlineData("UPDATE Versions SET Record = '{' WHERE Id = 'one' AND \"From\" = 2", "the feed's revision 2 puts the statement 'one', whose record cannot be read")]
    [InlineData("DELETE FROM Versions WHERE Id = 'one' AND \"From\" = 3", "the statement 'one' of revisions 2 to 3 is followed by none before 4")]
    [InlineData("INSERT INTO Exclusions VALUES ('a', 'b', 0)", "a row of Exclusions refers to one of Predicates that is not there")]
    public async Task Each_sort_of_disagreement_is_found(string sql, string finding)
    {
        await MakeAsync();
        OnDatabaseFile.Execute(Copy, $"PRAGMA ignore_check_constraints = ON; {sql}");
        var ended = await OnDatabaseFile.RunAsync($"Data Source={Copy}", "check");
        output.WriteLine(ended.Output + ended.Error);
        Assert.Equal((1, ""), (ended.Code, ended.Error));
        Assert.Contains(finding, ended.Output, StringComparison.Ordinal);
    }

    private async Task MakeAsync()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("one", """["aland","ally-of","bland"]"""));
        await api.Done("PATCH", "statements/one", """{ "text": "Something newer." }""");
        await api.Done("PATCH", "statements/one", """{ "text": "Something newest." }""");
        await api.Made("statements", CuratedGraph.Statement("two", """["aland","ally-of","bland"]"""));
        await api.Made("statements", CuratedGraph.Statement("three", """["aland","ally-of","bland"]"""));
        await api.Done("DELETE", "statements/three");
        Assert.Equal(0, (await OnDatabaseFile.RunAsync(api.Connection, "backup", Copy)).Code);
        Assert.Equal((0, ""), ((await OnDatabaseFile.RunAsync($"Data Source={Copy}", "check")) is var (code, _, error) ? (code, error) : default));
    }
}
