using System.Diagnostics;
using AllianceApi.Benchmarks;
using AllianceApi.Graph;

var (entities, relations) = (int.Parse(args[1], null), int.Parse(args[2], null));
var synthetic = new SyntheticGraph(entities, relations);
var builder = new SnapshotBuilder();
foreach (var p in SyntheticGraph.AllPredicates()) builder.Add(p);
builder.Add(synthetic.Document());
foreach (var e in synthetic.AllEntities()) builder.Add(e);
foreach (var s in synthetic.AllStatements()) builder.Add(s);
var clock = Stopwatch.StartNew();
var graph = builder.Build();
Console.WriteLine($"built in {clock.Elapsed.TotalSeconds:0.00} s");
builder = null;
GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect();
Console.WriteLine($"heap {GC.GetTotalMemory(true) / 1048576} MiB; {graph.Entities.Count} entities {graph.Facts.Count} facts");
foreach (var (c, s) in new[] { (Collections.AllEntities, "name"), (Collections.Relations, "id"), (Collections.Statements, "") })
{
    clock.Restart();
    graph.Ordered(c, s, false);
    Console.WriteLine($"order {c.Name} {s}: {clock.Elapsed.TotalMilliseconds:0} ms");
}
var times = new List<double>();
var row = 0;
for (var i = 0; i < 200; i++)
{
    var st = graph.StatementOf(graph.Statements[graph.Statements.Rows.Skip(i * 100).First()]);
    st.Asserts = [new Fact { Subject = st.Asserts[0].Subject, Name = "relates-by-1", Target = SyntheticGraph.IdOf(i * 7 + 3) }];
    clock.Restart();
    var edit = new SnapshotEdit(graph);
    edit.Put(st);
    graph = edit.Build(graph.Revision + 1, graph.UpdatedAt);
    times.Add(clock.Elapsed.TotalMilliseconds);
}
times.Sort();
Console.WriteLine($"successor p50 {times[100]:0.000} ms p99 {times[197]:0.000} ms {row}");
