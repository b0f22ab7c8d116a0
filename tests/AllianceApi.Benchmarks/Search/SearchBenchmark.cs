using System.Diagnostics;
using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Search;

namespace AllianceApi.Benchmarks.Search;

/// <summary>
/// Measures the search index on a synthetic graph: of the words asked, six in ten are in under 1 % of the records, three in ten are two words,
/// one in ten is a word in over 10 %.
/// </summary>
internal sealed class SearchBenchmark(SyntheticGraph synthetic)
{
    private const int Questions = 20_000;
    private const int Top = 20;

    private readonly Snapshot _graph = SnapshotFigures.Filled(synthetic).Build();

    public void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var index = _graph.Search();
        Say($"built in {clock.Elapsed.TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} s of CPU; {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1_048_576.0:0.0} MiB for {index.Count:N0} records");

        var questions = Mix(index);
        Time("top 20 of the mix", questions, question => Ranking.Run(index, new SearchRequest(question) { Limit = Top }));
        Time("the same, written with highlights", questions, question => Written(index, question));
        Time("the same, with facets", questions[..2_000], question => Ranking.Run(index, new SearchRequest(question) { Limit = Top, Facets = true }));
        foreach (var (name, make) in Kinds(index))
            Time(name, [.. Enumerable.Range(0, 300).Select(number => QueryParser.Parse(make(new Random(number))).Query!)], question => Ranking.Run(index, new SearchRequest(question) { Limit = Top }));
        Time("a misspelt word put right", [.. Enumerable.Range(0, 200).Select(number => QueryParser.Parse("q" + RandomWord(new Random(number)) + "x").Query!)], question => Misspelling.Mend(index, question));
        foreach (var letters in new[] { 1, 2, 3, 5 })
            Time($"completion of {letters} letters", [.. Enumerable.Range(0, 500).Select(number => RandomWord(new Random(number))[..letters])], typed => Suggestions.Of(_graph, typed, 10, null).ToList());
        Time("a record replaced", [.. Enumerable.Range(0, 5_000)], number => index = index.With([], [Replaced(number)]));
        Time("top 20 of the mix, after that", questions, question => Ranking.Run(index, new SearchRequest(question) { Limit = Top }));
    }

    private SearchRecord Replaced(int number)
    {
        var random = new Random(number);
        var row = _graph.Statements.Rows.Skip(random.Next(1_000)).First();
        return SearchRecords.RecordOf(_graph, _graph.Statements[row]) with { Texts = [(SearchField.Text, string.Join(' ', Enumerable.Range(0, 12).Select(_ => RandomWord(random))))] };
    }

    private int Written(SearchIndex index, SearchQuery question)
    {
        using var json = new JsonBuffer();
        new SearchWriter(_graph, question, Ranking.Run(index, new SearchRequest(question) { Limit = Top }), null, [], null).Write(json);
        return json.Length;
    }

    private SearchQuery[] Mix(SearchIndex index)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Questions).Select(number => QueryParser.Parse((number % 10) switch
        {
            < 6 => Word(index, random, 0, 0.01),
            < 9 => $"{RandomWord(random)} {RandomWord(random)}",
            _ => Word(index, random, 0.1, 1),
        }).Query!)];
    }

    private IEnumerable<(string Name, Func<Random, string> Make)> Kinds(SearchIndex index) =>
    [
        ("a word in under 1 %", random => Word(index, random, 0, 0.01)),
        ("a word in over 10 %", random => Word(index, random, 0.1, 1)),
        ("two words in over 10 %", random => $"{Word(index, random, 0.1, 1)} {Word(index, random, 0.1, 1)}"),
        ("a phrase of two words in over 10 %", random => $"\"{Word(index, random, 0.1, 1)} {Word(index, random, 0.1, 1)}\""),
        ("a phrase of any two words", random => $"\"{RandomWord(random)} {RandomWord(random)}\""),
        ("a beginning of two letters", random => $"{RandomWord(random)[..2]}*"),
        ("a beginning of four letters", random => $"{RandomWord(random)[..4]}*"),
    ];

    private string Word(SearchIndex index, Random random, double from, double to)
    {
        while (true)
        {
            var word = RandomWord(random);
            var share = index.CountOf(Spelling.Normalise(word)) / (double)index.Count;
            if (share > from && share <= to)
                return word;
        }
    }

    /// <summary>A word as often as the texts have it.</summary>
    private string RandomWord(Random random) => synthetic.WordOfRank((int)Math.Pow(20_000, random.NextDouble()) - 1);

    private static void Time<T>(string name, T[] questions, Func<T, object?> ask)
    {
        foreach (var question in questions.Take(questions.Length / 10))
            ask(question);
        var times = new double[questions.Length];
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < questions.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            ask(questions[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        var each = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / questions.Length;
        Array.Sort(times);
        Say($"{name,-36} {each,9:N1} µs of CPU   p50 {times[times.Length / 2],8:N1} µs   p99 {times[times.Length * 99 / 100],9:N1} µs   most {times[^1],9:N1} µs");
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
