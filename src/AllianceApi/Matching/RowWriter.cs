using System.Text;
using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;
using AllianceApi.Http.Writers;
using AllianceApi.Shapes;

namespace AllianceApi.Matching;

/// <summary>Writes the current row of a join as <see cref="MatchRow"/> has it.</summary>
internal sealed class RowWriter(Snapshot graph, MatchQuery query)
{
    private static readonly string[] Standings = [.. Enum.GetValues<Standing>().Select(Fragments.Word)];
    private static readonly string[] Modalities = [.. Enum.GetValues<Modality>().Select(Fragments.Word)];

    /// <summary>The names of the variables as they stand before their values.</summary>
    private readonly byte[][] _names = [.. query.Pattern.Variables.Select(name => Encoding.UTF8.GetBytes($"\"{name}\":"))];

    private readonly List<int> _facts = [];

    public void Write(JsonBuffer json, Join join)
    {
        json.Raw("{"u8);
        foreach (var variable in query.Pattern.Select)
        {
            if (join.Bindings[variable] is { IsBound: true } value)
                Variable(json, _names[variable], value);
        }
        join.Facts(_facts);
        if (_facts.Count > 0)
            Pair(json);
        Comma(json);
        Facts(json);
        if (query.Evidence)
            Evidence(json);
        json.Raw("}"u8);
    }

    private void Facts(JsonBuffer json)
    {
        json.Raw("\"facts\":["u8);
        for (var i = 0; i < _facts.Count; i++)
        {
            json.Raw(i == 0 ? "\""u8 : ",\""u8);
            FactWriter.Id(json, graph, graph.Facts[_facts[i]]);
            json.Raw("\""u8);
        }
        json.Raw("]"u8);
    }

    private void Variable(JsonBuffer json, byte[] name, Value value)
    {
        Comma(json);
        json.Raw(name);
        if (value.Entity >= 0)
        {
            json.Raw(graph.Entities[value.Entity].Reference);
            return;
        }
        json.Raw("{\"value\":"u8);
        json.String(value.Text!);
        json.Raw("}"u8);
    }

    /// <summary>The pair of the weakest fact.</summary>
    private void Pair(JsonBuffer json)
    {
        var weakest = graph.Facts[_facts[0]].Strength;
        foreach (var fact in _facts)
        {
            if (graph.Facts[fact].Strength is var strength && strength.Rank > weakest.Rank)
                weakest = strength;
        }
        Comma(json);
        json.Raw("\"standing\":\""u8);
        json.Ascii(Standings[(int)weakest.Standing]);
        json.Raw("\",\"modality\":\""u8);
        json.Ascii(Modalities[(int)weakest.Modality]);
        json.Raw("\""u8);
    }

    /// <summary>Between members; none before the first, since a row may have no variable bound.</summary>
    private static void Comma(JsonBuffer json)
    {
        if (json.Written[^1] != (byte)'{')
            json.Raw(","u8);
    }

    private void Evidence(JsonBuffer json)
    {
        json.Raw(",\"relations\":"u8);
        json.Array([.. _facts.Where(fact => !graph.Facts[fact].IsAttribute)], fact => FactWriter.Write(json, graph, graph.Facts[fact], evidence: true));
        json.Raw(",\"attributes\":"u8);
        json.Array([.. _facts.Where(fact => graph.Facts[fact].IsAttribute)], fact => FactWriter.Write(json, graph, graph.Facts[fact], evidence: true));
    }
}
