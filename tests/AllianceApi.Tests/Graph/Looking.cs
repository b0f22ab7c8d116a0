using System.Text;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;

namespace AllianceApi.Tests.Graph;

/// <summary>A graph as readers see it, to compare one with another.</summary>
internal static class Looking
{
    /// <summary>All that a reader can see, revisions and times included.</summary>
    public static string Look(this Snapshot graph)
    {
        using var json = new JsonBuffer();
        json.Record(new { graph.GraphId, graph.Revision, graph.UpdatedAt, Documents = graph.Documents.Select(row => row.Document), Predicates = graph.Schema.Predicates.Select(row => row.Predicate) });
        foreach (var entity in graph.Ordered(Collections.AllEntities, "id", descending: false).Rows.From(0))
            EntityWriter.Detail(json, graph, entity, typed: true);
        foreach (var fact in graph.Ordered(Collections.Relations, "id", descending: false).Rows.From(0).Concat(graph.Ordered(Collections.Attributes, "id", descending: false).Rows.From(0)))
            FactWriter.Write(json, graph, graph.Facts[fact], evidence: true);
        foreach (var statement in graph.Ordered(Collections.Statements, "", descending: false).Rows.From(0))
            StatementWriter.Write(json, graph, graph.Statements[statement]);
        foreach (var passage in graph.Passages)
            json.Array(passage.Statements, statement => json.String(graph.Statements[statement].Id));
        return Encoding.UTF8.GetString(json.Written);
    }
}
