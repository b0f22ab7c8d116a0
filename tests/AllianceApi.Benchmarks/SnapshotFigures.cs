using System.Diagnostics;
using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Graph.Search;

namespace AllianceApi.Benchmarks;

/// <summary>What a snapshot costs in memory, how fast it is built, and what a successor takes after a change of one relation.</summary>
internal static class SnapshotFigures
{
    private const int Changes = 500;

    public static void Print(SyntheticGraph synthetic)
    {
        var graph = Built(synthetic);
        Say($"{Heap() / 1_048_576} MiB for {graph.Entities.Count} entities, {graph.Facts.Count} relations and {graph.Statements.Count} statements, their texts included");

        var clock = Stopwatch.StartNew();
        foreach (var (collection, sort) in new[] { (Collections.AllEntities, "name"), (Collections.Relations, "id"), (Collections.Statements, "") })
            graph.Ordered(collection, sort, descending: false);
        Say($"three orders in {clock.Elapsed.TotalMilliseconds:0} ms");

        Say($"{Heap() / 1_048_576} MiB with the orders");

        clock.Restart();
        graph.Search();
        Say($"search index in {clock.Elapsed.TotalSeconds:0.00} s, {Heap() / 1_048_576} MiB with it");

        clock.Restart();
        (PatternIndex.Count(graph, ""), graph.FactsNamed(""), PatternIndex.Facts(graph), PatternIndex.Entities(graph, "kind")).ToString();
        Say($"pattern indexes in {clock.Elapsed.TotalMilliseconds:0} ms, {Heap() / 1_048_576} MiB with them");
        Say($"successor: {Successors(graph)}");
    }

    private static Snapshot Built(SyntheticGraph synthetic)
    {
        var records = Filled(synthetic);
        var clock = Stopwatch.StartNew();
        var graph = records.Build();
        var seconds = clock.Elapsed.TotalSeconds;
        Say($"built in {seconds:0.00} s: {graph.Facts.Count / seconds:0} relations a second");
        return graph;
    }

    public static SnapshotBuilder Filled(SyntheticGraph synthetic)
    {
        var builder = new SnapshotBuilder().Add(synthetic.Document());
        foreach (var predicate in SyntheticGraph.AllPredicates())
            builder.Add(predicate);
        foreach (var entity in synthetic.AllEntities())
            builder.Add(entity);
        foreach (var statement in synthetic.AllStatements())
            builder.Add(statement);
        return builder;
    }

    private static string Successors(Snapshot graph)
    {
        var random = new Random(1);
        var times = new List<double>(Changes);
        for (var change = 0; change < Changes; change++)
        {
            var statement = graph.StatementOf(graph.Statements[graph.FindStatement($"statement-{random.Next(graph.Statements.Count)}")!.Value]);
            statement.Asserts = [statement.Asserts[0] with { Target = SyntheticGraph.IdOf(random.Next(graph.Entities.Count)) }];
            var clock = Stopwatch.StartNew();
            var edit = new SnapshotEdit(graph);
            edit.Put(statement);
            graph = edit.Build(graph.Revision + 1, graph.UpdatedAt);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {times[Changes / 2]:0.000} ms, p99 {times[Changes * 99 / 100]:0.000} ms");
    }

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
