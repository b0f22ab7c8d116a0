using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>
/// The program is killed while writers write, and started again on what is left: what it acknowledged is there, and nothing is there by half.
/// <c>KILL_ROUNDS=200</c> makes a long run of it.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Writers = 16;

    /// <summary>The types of records that webhooks are about: one of nearly every revision, and one of few.</summary>
    private static readonly string[] Told = ["statement", "document"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("KILL_ROUNDS") ?? "12", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Whatever_was_acknowledged_outlives_a_kill_and_nothing_is_there_by_half()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var cancel = TestContext.Current.CancellationToken;
        await using var program = new RunningProgram(_folder) { Settings = ["--Webhooks:AllowedNetworks=127.0.0.0/8"] };
        await program.StartAsync(cancel);
        await program.UseKeyAsync(cancel);
        await using var receiver = await WebhookReceiver.StartAsync();
        foreach (var type in Told)
            Assert.Equal(201, (int)(await program.SendAsync("POST", "webhooks", $$"""{ "url": "{{receiver.Url(type)}}", "types": ["{{type}}"] }""", cancel)).Status);
        using var followed = new CancellationTokenSource();
        var follower = new FeedFollower(program.Client);
        var following = follower.RunAsync(followed.Token);
        var packs = new PackSender(program);
        var acknowledged = new ConcurrentDictionary<string, (string Path, string Body, string Answer)>();
        var begun = new ConcurrentBag<string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var killed = new CancellationTokenSource();
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(program, $"r{round}-w{writer}", begun, acknowledged, killed.Token)).ToArray();
            var sent = packs.SendAsync($"gazette-{round}", random.Next(1, 4), killed.Token);
            // Killed in the middle: some are answered already, others are under way.
            var enough = acknowledged.Count + random.Next(1, 40);
            while (acknowledged.Count < enough && !writers.All(writer => writer.IsCompleted))
                await Task.Delay(2, cancel);
            await Task.Delay(random.Next(0, 10), cancel);
            await program.KillAsync();
            await killed.CancelAsync();
            await Task.WhenAll([.. writers, sent]);
            CheckFile();
            await program.StartAsync(cancel);
            await packs.CheckAsync(cancel);
            await CheckAsync(program, acknowledged, begun, cancel);
        }
        output.WriteLine($"{Rounds} rounds, {acknowledged.Count} acknowledged, {begun.Count} begun, {packs.Acknowledged} packs taken on");
        Assert.False(following.IsFaulted, $"{following.Exception}");
        await HeardAsync(program, follower, receiver, cancel);
        await followed.CancelAsync();
        await following;
        Assert.True(acknowledged.Count > Rounds, "hardly anything was acknowledged: the rounds show nothing");
        await program.StopAsync(cancel);
        CheckFile();
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "imports")));
        Assert.Equal((0, ""), await program.RunAsync(cancel, "check"));
    }

    /// <summary>Who follows the feed has the graph; who is told by webhooks was told of each revision, in order.</summary>
    private static async Task HeardAsync(RunningProgram program, FeedFollower follower, WebhookReceiver receiver, CancellationToken cancel)
    {
        var head = (await program.ReadAsync("", cancel)).Number("revision");
        await follower.ReachAsync(head, cancel).WaitAsync(Patience, cancel);
        var export = (await program.SendAsync("GET", "graph?format=ndjson", null, cancel)).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.Text("type") is not ("passage" or "document"))
            .ToDictionary(line => (line.Text("type"), line.At("record").Text("id")), line => line.At("record").GetRawText());
        Assert.Equal(export.OrderBy(record => record.Key), follower.Records.Where(record => record.Key.Type != "document").OrderBy(record => record.Key));
        foreach (var type in Told)
        {
            // What there was before anybody asked to be told of it is not told of.
            var expected = follower.Put.Where(put => put.Type == type && put.Revision > 1).Select(put => put.Revision).Distinct().ToList();
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && receiver.Heard(type).Count < expected.Count;)
                await Task.Delay(20, cancel);
            Assert.Equal(expected, receiver.Heard(type));
        }
    }

    /// <summary>Writes pairs of statements, each pair a revision under a key of its own, until nobody answers.</summary>
    private static async Task WriteAsync(
        RunningProgram program, string name, ConcurrentBag<string> begun, ConcurrentDictionary<string, (string Path, string Body, string Answer)> acknowledged, CancellationToken killed)
    {
        for (var i = 0; !killed.IsCancellationRequested; i++)
        {
            var id = $"{name}-{i.ToString(CultureInfo.InvariantCulture)}";
            var body = $$"""{ "note": "{{id}}", "statements": [{{CuratedGraph.Statement($"{id}-a", """["aland","ally-of","bland"]""")}}, {{CuratedGraph.Statement($"{id}-b", """["lantern-pact","party","bland"]""")}}] }""";
            begun.Add(id);
            try
            {
                var answer = await program.SendAsync("POST", "revisions", body, killed, ("Idempotency-Key", id));
                Assert.True((int)answer.Status == 201, answer.Text);
                acknowledged[id] = ("revisions", body, answer.Text);
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
            {
                return;
            }
        }
    }

    private static async Task CheckAsync(
        RunningProgram program, ConcurrentDictionary<string, (string Path, string Body, string Answer)> acknowledged, ConcurrentBag<string> begun, CancellationToken cancel)
    {
        var export = (await program.SendAsync("GET", "graph?format=ndjson", null, cancel)).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.Text("type") == "statement").Select(line => line.At("record").Text("id")).ToHashSet(StringComparer.Ordinal);
        foreach (var id in begun)
        {
            Assert.Equal(export.Contains($"{id}-a"), export.Contains($"{id}-b"));
            Assert.True(export.Contains($"{id}-a") || !acknowledged.ContainsKey(id), $"{id} was acknowledged and is not there");
        }
        // Lists, ids, search and questions say the same as the export, and so as the store.
        Assert.Equal(export.Count, (await program.ReadAsync("statements?limit=1", cancel)).Number("total"));
        var made = export.Where(id => id.StartsWith('r') && id.EndsWith("-b", StringComparison.Ordinal)).ToList();
        var support = (await program.ReadAsync("relations/lantern-pact.party.bland", cancel)).List("statements").Select(statement => statement.GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(made.ToHashSet(StringComparer.Ordinal), support);
        Assert.Equal(export.Count(id => id.StartsWith('r') && (id.EndsWith("-a", StringComparison.Ordinal) || id.EndsWith("-b", StringComparison.Ordinal))), (await program.ReadAsync("search?q=%22something+new%22&type=statement&limit=1", cancel)).Number("total"));
        foreach (var (id, (path, body, answer)) in acknowledged.OrderBy(_ => Random.Shared.Next()).Take(5))
        {
            var again = await program.SendAsync("POST", path, body, cancel, ("Idempotency-Key", id));
            Assert.Equal((201, answer), ((int)again.Status, again.Text));
        }
        var revisions = (await program.ReadAsync("revisions?limit=200", cancel)).List("items").Select(item => item.Number("revision")).ToList();
        Assert.Equal(Enumerable.Range(0, revisions.Count).Select(i => revisions[0] - i), revisions);
    }

    /// <summary>The file is whole, whatever happened to the program.</summary>
    private void CheckFile()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "graph.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
        command.CommandText = "PRAGMA foreign_key_check";
        Assert.Null(command.ExecuteScalar());
    }
}
