using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http.Writers;

namespace AllianceApi.Matching;

/// <summary>Writes the current row of a join as <see cref="MatchRow"/> has it.</summary>
internal static class RowWriter
{
    public static void Write(JsonBuffer json, Snapshot graph, MatchQuery query, Join join)
    {
        json.Raw("{"u8);
        foreach (var variable in query.Pattern.Select)
        {
            if (join.Bindings[variable] is { IsBound: true } value)
                Variable(json, graph, query.Pattern.Variables[variable], value);
        }
        var facts = join.Facts;
        if (facts.Length > 0)
            Pair(json, graph.Facts[facts.MaxBy(fact => graph.Facts[fact].Strength.Rank)].Strength);
        Comma(json);
        json.Raw("\"facts\":"u8);
        json.Array(facts, fact => json.String(graph.IdOf(graph.Facts[fact])));
        if (query.Evidence)
            Evidence(json, graph, facts);
        json.Raw("}"u8);
    }

    private static void Variable(JsonBuffer json, Snapshot graph, string name, Value value)
    {
        Comma(json);
        json.String(name);
        json.Raw(":"u8);
        if (value.Entity >= 0)
        {
            json.Raw(graph.Entities[value.Entity].Reference);
            return;
        }
        json.Raw("{\"value\":"u8);
        json.String(value.Text!);
        json.Raw("}"u8);
    }

    private static void Pair(JsonBuffer json, Strength strength)
    {
        Comma(json);
        json.Raw("\"standing\":\""u8);
        json.Ascii(Fragments.Word(strength.Standing));
        json.Raw("\",\"modality\":\""u8);
        json.Ascii(Fragments.Word(strength.Modality));
        json.Raw("\""u8);
    }

    /// <summary>Between members; none before the first, since a row may have no variable bound.</summary>
    private static void Comma(JsonBuffer json)
    {
        if (json.Written[^1] != (byte)'{')
            json.Raw(","u8);
    }

    private static void Evidence(JsonBuffer json, Snapshot graph, int[] facts)
    {
        json.Raw(",\"relations\":"u8);
        json.Array([.. facts.Where(fact => !graph.Facts[fact].IsAttribute)], fact => FactWriter.Write(json, graph, graph.Facts[fact], evidence: true));
        json.Raw(",\"attributes\":"u8);
        json.Array([.. facts.Where(fact => graph.Facts[fact].IsAttribute)], fact => FactWriter.Write(json, graph, graph.Facts[fact], evidence: true));
    }
}
