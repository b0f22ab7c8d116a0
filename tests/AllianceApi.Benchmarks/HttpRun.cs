using System.Diagnostics;
using System.Globalization;

namespace AllianceApi.Benchmarks;

/// <summary>
/// The whole way of a large graph: written as NDJSON, loaded by the product's own import, served by the product, asked by wrk.
/// Each query is shown as a share of what Kestrel gives for a fixed buffer in the same minutes.
/// </summary>
internal sealed class HttpRun(SyntheticGraph synthetic, string folder)
{
    private const string Server = "http://127.0.0.1:5190";
    private const string Bare = "http://127.0.0.1:5191";
    private const int Rounds = 3;

    private string Database => Path.Combine(folder, "graph.db");

    public async Task<int> RunAsync()
    {
        Directory.CreateDirectory(folder);
        if (!File.Exists(Database))
            await ImportAsync();

        var clock = Stopwatch.StartNew();
        using var server = Programs.Start(Programs.Product, "serve", "--urls", Server, $"--ConnectionStrings:Graph=Data Source={Database}", "--Logging:LogLevel:Default=Warning");
        using var http = new HttpClient { BaseAddress = new Uri(Server) };
        await Programs.ReadyAsync(http, server);
        Say($"start to first answer: {clock.Elapsed.TotalSeconds:0.0} s");

        using var bare = Programs.Start(Programs.Benchmarks, "host", Database, Bare);
        try
        {
            await AskAsync(http, bare);
            server.Refresh();
            Say($"private memory after the run: {server.PrivateMemorySize64 / 1_048_576} MiB, resident {server.WorkingSet64 / 1_048_576} MiB");
        }
        finally
        {
            server.Kill();
            bare.Kill();
        }
        return 0;
    }

    private async Task AskAsync(HttpClient http, Process bare)
    {
        using var bareHttp = new HttpClient { BaseAddress = new Uri(Bare) };
        await Programs.ReadyAsync(bareHttp, bare, "/fixed");
        var questions = await new Questions(synthetic).PrepareAsync(http);
        await new Proof(synthetic, http).CheckAsync(questions);
        Say($"sampled answers are those of a slow computation from the generator's records");
        await MeasureAsync(questions);
    }

    private async Task ImportAsync()
    {
        var pack = Path.Combine(folder, "graph.ndjson");
        await new NdjsonPack(synthetic).WriteAsync(pack);
        var clock = Stopwatch.StartNew();
        using var import = Programs.Start(Programs.Product, "import", pack, $"--ConnectionStrings:Graph=Data Source={Database}");
        await import.WaitForExitAsync();
        Say($"import with full validation: {clock.Elapsed.TotalSeconds:0.0} s (exit code {import.ExitCode}), {new FileInfo(pack).Length / 1_048_576} MiB of NDJSON");
    }

    private async Task MeasureAsync(IReadOnlyList<Question> questions)
    {
        var figures = new Dictionary<string, List<Load>>();
        var all = questions.Prepend(new Question("fixed buffer of 2 kB", Bare, ["/fixed"])).ToList();
        // Round by round, so that what the machine does meanwhile meets all of them.
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in all)
                (figures.TryGetValue(question.Name, out var loads) ? loads : figures[question.Name] = []).Add(await Load.OfAsync(question, question.Base ?? Server, folder));
        }
        var buffer = Median(figures[all[0].Name]).PerSecond;
        Say($"| query | requests/s | p50 ms | p99 ms | share | p50 ms alone |");
        Say($"|---|--:|--:|--:|--:|--:|");
        foreach (var question in all)
        {
            var load = Median(figures[question.Name]);
            var alone = await Load.OfAsync(question, question.Base ?? Server, folder, connections: 1);
            Say($"| {question.Name} | {load.PerSecond:0} | {load.Median:0.00} | {load.Slow:0.0} | {load.PerSecond / buffer:0.000} | {alone.Median:0.00} |{(load.Failed > 0 ? $" {load.Failed} failed" : "")}");
        }
    }

    private static Load Median(List<Load> loads) => loads.OrderBy(load => load.PerSecond).ElementAt(loads.Count / 2);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
