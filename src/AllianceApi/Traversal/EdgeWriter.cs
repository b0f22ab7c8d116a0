using AllianceApi.Graph;
using AllianceApi.Http.Writers;

namespace AllianceApi.Traversal;

/// <summary>What edges of subgraphs and of paths have in common.</summary>
internal static class EdgeWriter
{
    /// <summary>From the opening brace to the modality.</summary>
    public static void Open(JsonBuffer json, Snapshot graph, in FactRow fact, bool? forward = null)
    {
        json.Raw("{\"id\":\""u8);
        FactWriter.Id(json, graph, fact);
        json.Raw("\",\"subject\":\""u8);
        json.Raw(graph.Entities[fact.Subject].IdText);
        json.Raw(fact.Predicate!.BetweenEnds);
        json.Raw(graph.Entities[fact.Object].IdText);
        if (forward is { } along)
        {
            json.Raw("\",\"forward\":"u8);
            json.Bool(along);
            json.Raw(fact.Negated ? ",\"negated\":true"u8 : ",\"negated\":false"u8);
        }
        else
        {
            json.Raw(fact.Negated ? "\",\"negated\":true"u8 : "\",\"negated\":false"u8);
        }
        FactWriter.Strength(json, fact.Strength);
        FactWriter.Held(json, graph, fact);
    }

    public static void Evidence(JsonBuffer json, Snapshot graph, in FactRow fact)
    {
        json.Raw(",\"evidence\":"u8);
        json.Array(fact.Statements, row => FactWriter.Evidence(json, graph, graph.Statements[row]));
    }
}
