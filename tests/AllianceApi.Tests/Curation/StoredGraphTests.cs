using System.Globalization;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>What is read after a start from the store is what was read before it, whatever was written.</summary>
public sealed class StoredGraphTests(ITestOutputHelper output)
{
    private const int Writes = 60;

    private static readonly string[] Lists =
    [
        "entities?limit=200", "entities?limit=200&sort=-updatedAt", "actors?limit=200", "treaties?limit=200&sort=signed", "relations?limit=200&expand=evidence", "attributes?limit=200",
        "statements?limit=200", "schema", "schema/predicates?limit=200", "revisions?limit=200", "attributes?contested=true", "relations?contested=true", "search?q=thing", "search?q=new+words",
        "actors/aland", "treaties/lantern-pact", "entities/aland/history", "graph/subgraph?roots=aland&depth=2", "timeline", "graph?format=ndjson", "graph?format=ndjson&asOf=10",
    ];

    [Fact]
    public async Task A_graph_that_was_written_to_is_the_same_after_a_restart()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("WRITES_SEED") ?? Random.Shared.Next().ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        output.WriteLine($"WRITES_SEED={seed}");
        var random = new Random(seed);
        await using var api = new CuratedGraph();
        var done = 0;
        for (var change = 1; change <= Writes; change++)
        {
            if ((int)(await RandomWrites.Write(api, random, change)).Status < 300)
                done++;
        }
        Assert.True(done > Writes / 4, $"only {done} writes were done");
        var before = await LookAsync(api);
        await api.Restart();
        foreach (var (path, (was, now)) in Lists.Zip(before.Zip(await LookAsync(api))))
            Assert.True(was == now, $"{path} was\n{was}\nand is\n{now}");
    }

    private static async Task<List<string>> LookAsync(CuratedGraph api)
    {
        var answers = new List<string>();
        foreach (var path in Lists)
        {
            var answer = await api.Get($"/api/v1/{path}");
            Assert.True((int)answer.Status == 200, $"{path}: {answer.Status} {answer.Text}");
            answers.Add(answer.Text);
        }
        return answers;
    }
}
