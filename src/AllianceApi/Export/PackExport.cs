using System.IO.Compression;
using System.Text;
using AllianceApi.Formats;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Packs;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Export;

/// <summary>The whole graph as a pack, in each of the forms in which one is imported.</summary>
internal static class PackExport
{
    /// <summary>More records than this are no folder that people look at.</summary>
    private const int MostZipped = 50_000;

    private static readonly GraphFormat Zip = new("zip", PackForm.Zip.MediaType(), "zip", $"its folder of YAML files, of up to {MostZipped} records.", ZipAsync) { IsText = false };

    public static readonly Offers Offers = new(
    [
        new GraphFormat("json", PackForm.Json.MediaType(), "json", "one object.", JsonAsync),
        new GraphFormat("ndjson", PackForm.Ndjson.MediaType(), "ndjson", "a record a line, however many.", NdjsonFormat.WriteAsync),
        Zip,
    ]);

    public static IResult Answer(HttpContext context, Snapshot graph)
    {
        var format = (GraphFormat)Offers.Choose(context.Request)!;
        var view = GraphView.Whole(graph);
        var records = graph.Entities.Count + graph.Statements.Length;
        if (format == Zip && records > MostZipped)
            return Problem.TooLarge.With($"A folder holds up to {MostZipped} records, and the graph has {records}. Take format=ndjson.");
        return new StreamResult(graph, 0, format.MediaType, output => format.Write(view, output, new Target("", "")))
        {
            FileName = FormattableString.Invariant($"alliance-pack-r{graph.Revision}.{format.Extension}"),
            IsText = format.IsText,
        };
    }

    private static async Task JsonAsync(GraphView view, Utf8Output output, Target target)
    {
        using var json = new JsonBuffer();
        json.Raw("{"u8);
        foreach (var list in ListsOf(view))
        {
            json.Ascii($"{(list.Name == Documents ? "" : ",\n")}\"{list.Name}\":[");
            var separator = "\n";
            foreach (var write in list.Records)
            {
                json.Ascii(separator);
                separator = ",\n";
                write(json);
                output.Utf8(json.Written);
                json.Truncate(0);
                await output.SendAsync();
            }
            json.Raw("]"u8);
        }
        json.Raw("}\n"u8);
        output.Utf8(json.Written);
    }

    private static async Task ZipAsync(GraphView view, Utf8Output output, Target target)
    {
        using var zipped = new MemoryStream();
        using (var archive = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in ListsOf(view).SelectMany(list => FilesOf(view, list)))
            {
                var entry = archive.CreateEntry(file.Path, CompressionLevel.Optimal);
                // The same graph is the same archive.
                entry.LastWriteTime = new DateTimeOffset(view.Graph.UpdatedAt);
                using var text = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                YamlWriter.Write(text, file.List, file.Records);
            }
        }
        output.Utf8(zipped.GetBuffer().AsSpan(0, (int)zipped.Length));
        await output.SendAsync();
    }

    private const string Documents = "documents";

    private static IEnumerable<(string Name, IEnumerable<Action<JsonBuffer>> Records)> ListsOf(GraphView view) =>
    [
        (Documents, view.Documents.Select(row => Writes(json => PackRecordWriter.WholeDocument(json, view.Graph.Documents[row].Document)))),
        ("predicates", view.Predicates.Select(predicate => Writes(json => PackRecordWriter.Predicate(json, predicate.Predicate)))),
        ("entities", view.Nodes.Select(row => Writes(json => PackRecordWriter.Entity(json, view.Entity(row))))),
        ("statements", view.Statements.Select(row => Writes(json => PackRecordWriter.Statement(json, view.Statement(row))))),
    ];

    private static Action<JsonBuffer> Writes(Action<JsonBuffer> write) => write;

    /// <summary>The files of a list, as people part them: a file a kind of entities, and a file a section of statements.</summary>
    private static IEnumerable<(string Path, string List, IEnumerable<ReadOnlyMemory<byte>> Records)> FilesOf(GraphView view, (string Name, IEnumerable<Action<JsonBuffer>> Records) list)
    {
        IEnumerable<string> paths = list.Name switch
        {
            Documents => view.Documents.Select(row => $"documents/{view.Graph.Documents[row].Id}.yaml"),
            "predicates" => view.Predicates.Select(_ => "predicates.yaml"),
            "entities" => view.Nodes.Select(row => $"entities/{view.Kind(row).Path}.yaml"),
            _ => view.Statements.Select(row => $"statements/{view.Graph.Documents[view.Graph.Statements[row].Document].Id}/{SectionOf(view.Graph, row)}.yaml"),
        };
        return paths.Zip(list.Records).GroupBy(record => record.First, record => Bytes(record.Second)).Select(file => (file.Key, list.Name, file.AsEnumerable()));
    }

    private static string SectionOf(Snapshot graph, int statement) => graph.Passages[graph.Statements[statement].Passages[0]].Passage.Section;

    private static ReadOnlyMemory<byte> Bytes(Action<JsonBuffer> write)
    {
        using var json = new JsonBuffer();
        write(json);
        return json.Written.ToArray();
    }
}
