using System.Globalization;
using AllianceApi.Benchmarks;
using AllianceApi.Benchmarks.Search;
using AllianceApi.Benchmarks.Soak;
using AllianceApi.Benchmarks.Writes;
using BenchmarkDotNet.Running;

const string Usage = """
    Benchmarks of Alliance API. Build with -c Release.

      generate ENTITIES RELATIONS FILE.ndjson    a synthetic graph as a pack
      snapshot ENTITIES RELATIONS                build rate, memory and the cost of a successor, in this process
      ask ENTITIES RELATIONS [SORT]              what subgraphs, paths, joins and searches cost, in this process
      search ENTITIES RELATIONS                  the search index: build, memory, questions of several sorts, in this process
      http ENTITIES RELATIONS [FOLDER]           import, start, memory, and each query as a share of a fixed buffer (needs wrk)
      writes [SECONDS]                           writes of each sort, reads beside them, what history costs; SECONDS for each figure, 5 unless told (needs wrk)
      soak [MINUTES] [ENTITIES RELATIONS]        reads, writes, feed, webhook, exports and imports for 360 minutes unless told, on the seed or a synthetic graph: does anything creep, is anything lost
      lag [SECONDS]                              how long feed and webhook are behind under 50 writes a second
      host DATABASE URL                          the fixed buffer and bare handlers, for http
      micro [ARGUMENTS OF BENCHMARKDOTNET]       the algorithms

    """;

switch (args)
{
    case ["generate", var entities, var relations, var file]:
        await new NdjsonPack(Graph(entities, relations)).WriteAsync(file);
        return 0;
    case ["snapshot", var entities, var relations]:
        SnapshotFigures.Print(Graph(entities, relations));
        return 0;
    case ["ask", var entities, var relations, .. var rest]:
        new AskFigures(Graph(entities, relations), rest is [var only] ? only : "").Print();
        return 0;
    case ["search", var entities, var relations]:
        new SearchBenchmark(Graph(entities, relations)).Run();
        return 0;
    case ["http", var entities, var relations, .. var rest]:
        return await new HttpRun(Graph(entities, relations), rest is [var folder] ? folder : Path.Combine(Path.GetTempPath(), $"alliance-{entities}-{relations}")).RunAsync();
    case ["writes", .. var rest]:
        await new WritesRun(rest is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 5).RunAsync();
        return 0;
    case ["soak"]:
        return await new SoakRun(TimeSpan.FromHours(6), null).RunAsync();
    case ["soak", var minutes]:
        return await new SoakRun(TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), null).RunAsync();
    case ["soak", var minutes, var entities, var relations]:
        return await new SoakRun(TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), Graph(entities, relations)).RunAsync();
    case ["lag", .. var rest]:
        return await new LagRun(rest is [var length] ? int.Parse(length, CultureInfo.InvariantCulture) : 20).RunAsync();
    case ["host", var database, var url]:
        await BareHost.RunAsync(database, url);
        return 0;
    case ["micro", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(SyntheticGraph).Assembly).Run(rest);
        return 0;
    default:
        await Console.Error.WriteAsync(Usage);
        return 2;
}

static SyntheticGraph Graph(string entities, string relations) =>
    new(int.Parse(entities, CultureInfo.InvariantCulture), int.Parse(relations, CultureInfo.InvariantCulture));
