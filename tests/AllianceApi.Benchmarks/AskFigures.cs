using System.Diagnostics;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Search;
using AllianceApi.Matching;
using AllianceApi.Search;
using AllianceApi.Traversal;

namespace AllianceApi.Benchmarks;

/// <summary>What an answer costs in this process: found, and found and written, without HTTP around it.</summary>
internal sealed class AskFigures(SyntheticGraph synthetic, string only)
{
    private const int Asked = 8_000;
    private const double Seconds = 5;

    private readonly Snapshot _graph = SnapshotFigures.Filled(synthetic).Build();
    private readonly Questions _questions = new(synthetic);

    public void Print()
    {
        Time("subgraph, found", Row, (root, _) => Around(root));
        Time("subgraph, written", Row, (root, json) => SubgraphWriter.Write(json, _graph, Around(root), evidence: false));
        Time("path, found", () => (From: Row(), To: Row()), (ends, _) => Paths(ends.From, ends.To));
        Time("path, written", () => (From: Row(), To: Row()), (ends, json) => PathsWriter.Write(json, _graph, new Walk(), Paths(ends.From, ends.To), truncated: false, evidence: false));
        Time("join, read", () => _questions.Join(), (body, _) => Read(body));
        Time("join, written", () => Read(_questions.Join()), (query, json) => new MatchAnswer(_graph, query).Write(json));
        Time("search, found", () => QueryParser.Parse(_questions.Words().Replace('+', ' ')).Query!, (query, _) => Found(query));
        Time("search, written", () => QueryParser.Parse(_questions.Words().Replace('+', ' ')).Query!, (query, json) => new SearchWriter(_graph, query, Found(query), null, [], null).Write(json));
    }

    private Surroundings Around(int root) =>
        Neighbourhood.Of(_graph, [root], new Walk(), new Reach(2, 200, TraversalQuery.MostEdges), TraversalQuery.NewBudget());

    private IReadOnlyList<int[]> Paths(int from, int to) => SimplePaths.Find(_graph, from, to, 1, 6, new Walk(), TraversalQuery.NewBudget());

    private MatchQuery Read(string body) => MatchReader.Read(_graph, JsonDocument.Parse(body).RootElement, out _)!;

    private SearchResult Found(SearchQuery query) => Ranking.Run(_graph.Search(), new SearchRequest(query) { Limit = 20 });

    private int Row() => _graph.FindEntity(_questions.Any())!.Value;

    private void Time<T>(string name, Func<T> make, Action<T, JsonBuffer> ask)
    {
        if (!name.StartsWith(only, StringComparison.Ordinal))
            return;
        T[] questions = [.. Enumerable.Range(0, Asked).Select(_ => make())];
        using var json = new JsonBuffer();
        ask(questions[0], json);
        var times = new List<double>(Asked);
        var (bytes, warm, clock) = (0L, Asked / 4, Stopwatch.StartNew());
        var (cpu, allocated) = (TimeSpan.Zero, 0L);
        for (var i = 0; i < Asked && clock.Elapsed.TotalSeconds < Seconds; i++)
        {
            if (i == warm)
                (cpu, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            json.Truncate(0);
            var start = Stopwatch.GetTimestamp();
            ask(questions[i], json);
            if (i >= warm)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                bytes += json.Length;
            }
        }
        var (used, garbage) = (Environment.CpuUsage.TotalTime - cpu, GC.GetAllocatedBytesForCurrentThread() - allocated);
        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"{name,-20} {used.TotalMicroseconds / times.Count,9:N0} µs of CPU   p50 {times[times.Count / 2],7:N0} µs   p99 {times[times.Count * 99 / 100],8:N0} µs   {bytes / times.Count,8:N0} bytes   {garbage / times.Count,9:N0} garbage"));
    }
}
