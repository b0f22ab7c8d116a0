using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Search;
using AllianceApi.Matching;
using BenchmarkDotNet.Attributes;

namespace AllianceApi.Benchmarks;

/// <summary>The algorithms alone, each on many roots, pairs, patterns or words in turn.</summary>
[MemoryDiagnoser]
public class Algorithms
{
    private const int Asked = 1024;

    private Snapshot _graph = null!;
    private int[] _rows = [];
    private MatchQuery[] _patterns = [];
    private SearchQuery[] _words = [];
    private int _next;

    [Params(1_000, 100_000)]
    public int Entities { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var synthetic = new SyntheticGraph(Entities, 5 * Entities);
        var questions = new Questions(synthetic);
        _graph = SnapshotFigures.Filled(synthetic).Build();
        _graph.Search();
        _rows = [.. Enumerable.Range(0, Asked).Select(_ => _graph.FindEntity(questions.Any())!.Value)];
        _patterns = [.. Enumerable.Range(0, Asked).Select(_ => MatchReader.Read(_graph, JsonDocument.Parse(questions.Join()).RootElement, out var _)!)];
        _words = [.. Enumerable.Range(0, Asked).Select(_ => QueryParser.Parse(questions.Words().Replace('+', ' ')).Query!)];
    }

    [Benchmark]
    public object Subgraph() => Neighbourhood.Of(_graph, [Row()], new Walk(), new Reach(2, 200, 10_000), Plenty());

    [Benchmark]
    public object ShortestPath() => SimplePaths.Find(_graph, Row(), Row(), 1, 6, new Walk(), Plenty());

    [Benchmark]
    public object FivePaths() => SimplePaths.Find(_graph, Row(), Row(), 5, 6, new Walk(), Plenty());

    [Benchmark]
    public int Join()
    {
        using var json = new JsonBuffer();
        new MatchAnswer(_graph, _patterns[Next()]).Write(json);
        return json.Length;
    }

    [Benchmark]
    public object Search() => Ranking.Run(_graph.Search(), new SearchRequest(_words[Next()]) { Limit = 20 });

    private static Budget Plenty() => new(int.MaxValue, TimeSpan.FromMinutes(1));

    private int Row() => _rows[Next()];

    private int Next() => _next = (_next + 1) % Asked;
}
