using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Formats;

/// <summary>
/// The pack, a record a line: documents, passages, predicates, entities, statements. Of a part of the graph these are its records as they stand;
/// only a whole graph makes a pack that can be imported by itself.
/// </summary>
internal static class NdjsonFormat
{
    public static async Task WriteAsync(GraphView view, Utf8Output output, Target target)
    {
        using var json = new JsonBuffer();
        foreach (var write in Lines(view, json))
        {
            write();
            json.Raw("}\n"u8);
            output.Utf8(json.Written);
            json.Truncate(0);
            await output.SendAsync();
        }
    }

    private static IEnumerable<Action> Lines(GraphView view, JsonBuffer json)
    {
        foreach (var row in view.Documents)
            yield return () => Record(json, "document", () => PackRecordWriter.Document(json, view.Graph.Documents[row].Document));
        foreach (var row in view.Passages)
            yield return () => Passage(json, view.Graph, view.Graph.Passages[row]);
        foreach (var predicate in view.Predicates)
            yield return () => Record(json, "predicate", () => PackRecordWriter.Predicate(json, predicate.Predicate));
        foreach (var row in view.Nodes)
            yield return () => Record(json, "entity", () => PackRecordWriter.Entity(json, view.Entity(row)));
        foreach (var row in view.Statements)
            yield return () => Record(json, "statement", () => PackRecordWriter.Statement(json, view.Statement(row)));
    }

    private static void Passage(JsonBuffer json, Snapshot graph, PassageRow row)
    {
        json.Raw("{\"type\":\"passage\",\"document\":"u8);
        json.String(graph.Documents[row.Document].Id);
        json.Raw(",\"record\":"u8);
        PackRecordWriter.Passage(json, row.Passage);
    }

    private static void Record(JsonBuffer json, string type, Action write)
    {
        json.Ascii($"{{\"type\":\"{type}\",\"record\":");
        write();
    }
}
