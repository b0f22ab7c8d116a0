using System.Globalization;
using System.Net;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Durability;

/// <summary>Many at once: no change is lost, and nobody sees half of one.</summary>
public sealed class WritersTests
{
    private const int Writers = 64;
    private const int Rounds = 5;

    [Fact]
    public async Task Of_many_writers_on_one_version_one_wins_each_round()
    {
        await using var api = new CuratedGraph();
        await api.Key();
        for (var round = 0; round < Rounds; round++)
        {
            var tag = await api.Tag("actors/aland");
            var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
                api.Write("PATCH", "actors/aland", $$"""{ "aliases": ["Round {{round}}", "Writer {{writer}}"] }""", ("If-Match", tag))));
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.Problem(412, "precondition-failed"));
            var winner = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.Equal(winner.Json.Texts("aliases"), (await api.Read("actors/aland")).Texts("aliases"));
        }
        Assert.Equal(1 + Rounds, await api.Revision());
    }

    [Fact]
    public async Task No_update_is_lost_where_each_reads_changes_and_tries_again()
    {
        await using var api = new CuratedGraph();
        await api.Key();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            while (true)
            {
                var read = await api.Get("/api/v1/actors/aland");
                var aliases = string.Join(", ", read.Json.List("aliases").Select(alias => $"\"{alias.GetString()}\"").Append($"\"Writer {writer.ToString(CultureInfo.InvariantCulture)}\""));
                var answer = await api.Write("PATCH", "actors/aland", $$"""{ "aliases": [{{aliases}}] }""", ("If-Match", read.Header("ETag")!));
                if (answer.Status == HttpStatusCode.OK)
                    return;
            }
        }));
        Assert.Equal(16, (await api.Read("actors/aland")).List("aliases").Length);
    }

    [Fact]
    public async Task Readers_see_whole_revisions_only()
    {
        await using var api = new CuratedGraph();
        await api.Key();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await api.Made("revisions", $$"""{ "statements": [{{CuratedGraph.Statement($"pair-{i}-a", """["aland","ally-of","bland"]""")}}, {{CuratedGraph.Statement($"pair-{i}-b", """["aland","ally-of","bland"]""")}}] }""");
        });
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!writing.IsCompleted)
        {
            var answer = await api.Get("/api/v1/statements?limit=200&fields=id");
            var pairs = answer.Json.List("items").Count(item => item.Text("id").StartsWith("pair-", StringComparison.Ordinal));
            Assert.Equal(0, pairs % 2);
            Assert.Equal(pairs, seen.GetValueOrDefault(answer.Header("Graph-Revision")!, pairs));
            seen[answer.Header("Graph-Revision")!] = pairs;
        }
        await writing;
        Assert.True(seen.Count > 1);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_takes_no_revision_back()
    {
        var clock = new SetClock();
        await using var api = new CuratedGraph(services => services.AddSingleton<TimeProvider>(clock));
        await api.Made("statements", CuratedGraph.Statement("before", """["aland","ally-of","bland"]"""));
        clock.Back = TimeSpan.FromDays(400);
        await api.Made("statements", CuratedGraph.Statement("after", """["aland","ally-of","bland"]"""));
        var revisions = (await api.Read("revisions")).List("items");
        Assert.Equal("3 2 1", revisions.Select(revision => revision.Number("revision").ToString(CultureInfo.InvariantCulture)).Spaced());
        Assert.Equal(revisions.Select(revision => revision.At("time").GetDateTime()).OrderDescending(), revisions.Select(revision => revision.At("time").GetDateTime()));
    }

    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Back { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;
    }
}
