using System.Diagnostics;
using System.Globalization;

namespace AllianceApi.Benchmarks.Writes;

/// <summary>What writes to the seed's graph cost: one by one, in packs, on the disk, to whoever reads meanwhile, and to whoever reads afterwards.</summary>
/// <param name="seconds">For each figure.</param>
internal sealed class WritesRun(int seconds)
{
    private const int PackRecords = 1_000;
    private const int WritesBeside = 50;
    private const int Rounds = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("alliance-writes-").FullName;

    public async Task RunAsync()
    {
        try
        {
            Say($"| what | measured |");
            Say($"|---|--:|");
            Say($"| synced writes of 4 kB, each alone | {Disk.SyncsPerSecond(_folder, seconds):0} a second |");
            await WithAsync("single", async (server, bodies) => Say($"| POST /statements one by one, on different facts | {await PerSecondAsync(() => PostAsync(server, bodies.Next())):0} a second |"));
            await WithAsync("one-fact", OnOneFactAsync);
            await WithAsync("packs", async (server, bodies) => Say($"| POST /revisions with {PackRecords} statements | {PackRecords * await PerSecondAsync(() => server.WriteAsync(HttpMethod.Post, "revisions", bodies.Pack(PackRecords))):0} records a second |"));
            await WithAsync("beside", ReadsBesideWritesAsync);
            await new HistoryRun(_folder, seconds, Rounds).RunAsync();
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>The median of the quotients of figures that were taken in pairs.</summary>
    public static string Share(List<(double With, double Without)> rounds)
    {
        var shares = rounds.Select(round => round.With / round.Without).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{shares[shares.Count / 2]:0.00} of those without ({shares[0]:0.00} to {shares[^1]:0.00} in {shares.Count} rounds)");
    }

    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private async Task WithAsync(string name, Func<Server, Bodies, Task> measure)
    {
        await using var server = await Server.StartAsync(Path.Combine(_folder, name));
        await measure(server, await Bodies.OfAsync(server));
    }

    private async Task OnOneFactAsync(Server server, Bodies bodies)
    {
        var written = 0;
        var rate = await PerSecondAsync(() =>
        {
            written++;
            return PostAsync(server, bodies.OnOne());
        });
        Say($"| the same, all on one fact, which gathers {written} statements | {rate:0} a second |");
    }

    /// <summary>Turn by turn with and without, in one run of one server: what the machine does meanwhile meets both.</summary>
    private async Task ReadsBesideWritesAsync(Server server, Bodies bodies)
    {
        var question = new Question("by id", server.Url, [.. bodies.Subjects.Select(id => $"/api/v1/entities/{id}")]);
        await Load.OfAsync(question, server.Url, _folder, seconds: 1);
        var rounds = new List<(double With, double Without)>();
        var committed = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var without = await Load.OfAsync(question, server.Url, _folder, seconds: seconds);
            using var done = new CancellationTokenSource();
            var writes = WriteAsync(server, bodies, done.Token);
            var with = await Load.OfAsync(question, server.Url, _folder, seconds: seconds);
            await done.CancelAsync();
            committed += await writes / Rounds;
            rounds.Add((with.PerSecond, without.PerSecond));
        }
        Say($"| reads by id while {committed:0} writes a second are committed | {Share(rounds)} |");
    }

    /// <returns>How many a second there were.</returns>
    private static async Task<double> WriteAsync(Server server, Bodies bodies, CancellationToken done)
    {
        var (written, clock) = (0, Stopwatch.StartNew());
        while (!done.IsCancellationRequested)
        {
            await PostAsync(server, bodies.Next());
            written++;
            var ahead = TimeSpan.FromSeconds((double)written / WritesBeside) - clock.Elapsed;
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead, CancellationToken.None);
        }
        return written / clock.Elapsed.TotalSeconds;
    }

    private static Task PostAsync(Server server, string statement) => server.WriteAsync(HttpMethod.Post, "statements", statement);

    private async Task<double> PerSecondAsync(Func<Task> write)
    {
        // Some thousand writes: until then the just-in-time compiler has more to do than the program.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < 3 * seconds;)
            await write();
        var (written, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed.TotalSeconds < seconds; written++)
            await write();
        return written / clock.Elapsed.TotalSeconds;
    }
}
