using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>A database of any earlier schema is opened, and is what it would be had it been made by this program.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("migration-").FullName;

    private string Newest => Path.Combine(_folder, "newest.db");

    public static TheoryData<string> Earlier => [.. OlderDatabase.Migrations.SkipLast(1)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Earlier))]
    public async Task A_database_of_an_earlier_schema_is_served_and_written_to(string migration)
    {
        await using var newest = new CuratedGraph();
        await newest.Server();
        if (!IsWithoutHistory(migration))
            await WriteAsync(newest);
        Assert.Equal(0, (await OnDatabaseFile.RunAsync(newest.Connection, "backup", Newest)).Code);

        await using var older = new CuratedGraph();
        var file = OnDatabaseFile.Of(older);
        await OlderDatabase.MakeAsync(file, migration, Newest);
        if (IsWithoutHistory(migration))
            OnDatabaseFile.Execute(file, "INSERT INTO Tombstones VALUES ('Statement', 'once-said', 1, NULL)");
        Assert.Equal(migration, OnDatabaseFile.Ask(file, "SELECT max(MigrationId) FROM __EFMigrationsHistory"));

        foreach (var path in new[] { "entities?limit=200", "statements/pact-parties", "relations/lantern-pact.party.bland", "schema/predicates", "graph?format=ndjson", "search?q=pact" })
            Assert.Equal((await newest.Get($"/api/v1/{path}")).Text, (await older.Get($"/api/v1/{path}")).Text);
        Assert.Equal(OlderDatabase.Migrations[^1], OnDatabaseFile.Ask(file, "SELECT max(MigrationId) FROM __EFMigrationsHistory"));
        Assert.Equal(0, (await OnDatabaseFile.RunAsync(older.Connection, "check")).Code);

        await WriteAsync(older, "later");
        Assert.Equal("Something newer.", (await older.Read("statements/later")).Text("text"));
        if (IsWithoutHistory(migration))
            await older.GetProblem("/api/v1/statements/once-said", 410, "gone");
        else
            Assert.Equal("Something new.", (await older.Read("statements/one?asOf=2")).Text("text"));
        await older.Restart();
        Assert.Equal("Something newer.", (await older.Read("statements/later")).Text("text"));
        var (code, findings, error) = await OnDatabaseFile.RunAsync(older.Connection, "check");
        Assert.True(code == 0, findings + error);
    }

    /// <summary>The first schema knows of what went, and not of what was.</summary>
    private static bool IsWithoutHistory(string migration) => migration == OlderDatabase.Migrations[0];

    private static async Task WriteAsync(CuratedGraph api, string id = "one")
    {
        await api.Made("statements", CuratedGraph.Statement(id, """["aland","ally-of","bland"]"""));
        await api.Done("PATCH", $"statements/{id}", """{ "text": "Something newer." }""");
        await api.Made("statements", CuratedGraph.Statement($"{id}-gone", """["lantern-pact","party","bland"]"""));
        await api.Done("DELETE", $"statements/{id}-gone");
    }
}
