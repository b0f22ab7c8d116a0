using AllianceApi.Data;
using AllianceApi.Data.Sqlite;
using AllianceApi.Tests.Curation;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>A database that was cut short or written over is not opened, and not touched; one that is opened all the same is whole.</summary>
public sealed class DamageTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 24;

    private readonly string _folder = Directory.CreateTempSubdirectory("damage-").FullName;

    private string Database => Path.Combine(_folder, "graph.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Damage_anywhere_is_said_in_a_line_and_the_file_stays_as_it_is()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var good = await MakeAsync();
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            DatabaseFile.Remove(Database, itself: true);
            var damaged = round % 2 == 0 ? good[..random.Next(1, good.Length)] : Overwritten(good, random);
            await File.WriteAllBytesAsync(Database, damaged);
            try
            {
                _ = await OnDatabaseFile.LoadAsync(Database);
                var (code, found, error) = await OnDatabaseFile.RunAsync($"Data Source={Database}", "check");
                output.WriteLine($"round {round}: opened; {found}{error}");
                Assert.Equal((0, ""), (code, error));
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                var reason = (error as StoreException)?.Message ?? SqliteStore.Explain(error);
                output.WriteLine($"round {round}: {reason}");
                Assert.NotNull(reason);
                Assert.DoesNotContain('\n', reason);
                Assert.Contains("'restore FILE --overwrite'", reason, StringComparison.Ordinal);
                Assert.Equal(damaged, await File.ReadAllBytesAsync(Database));
                refused++;
            }
        }
        Assert.True(refused > Rounds / 3, "hardly anything was noticed");
    }

    private static byte[] Overwritten(byte[] good, Random random)
    {
        var damaged = good.ToArray();
        random.NextBytes(damaged.AsSpan(random.Next(good.Length - 4096), random.Next(64, 4096)));
        return damaged;
    }

    private async Task<byte[]> MakeAsync()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("one", """["aland","ally-of","bland"]"""));
        Assert.Equal(0, (await OnDatabaseFile.RunAsync(api.Connection, "backup", Database)).Code);
        return await File.ReadAllBytesAsync(Database);
    }
}
