using AllianceApi.Graph;
using AllianceApi.Http.Writers;

namespace AllianceApi.Debates;

/// <summary>Writes an argument map as <see cref="MapResponse"/> has it.</summary>
internal sealed class DebateMap(ArgumentMap map)
{
    private readonly Snapshot _graph = map.Graph;

    public void Write(JsonBuffer json)
    {
        json.Raw("{\"debate\":"u8);
        json.Raw(map.Row.Reference);
        json.Raw(",\"question\":"u8);
        json.String(map.Debate.Question);
        if (map.Debate.Proposition is { } proposition)
        {
            json.Raw(",\"proposition\":"u8);
            json.String(proposition);
        }
        json.Raw(",\"outlook\":"u8);
        FactRow[] outlook = [.. map.Row.Attributes.Select(row => _graph.Facts[row]).Where(fact => fact.Name == "outlook")];
        json.Array(outlook, fact => FactWriter.Write(json, _graph, fact, evidence: true));
        json.Raw(",\"positions\":"u8);
        json.Array(map.Positions, position => WritePosition(json, position));
        json.Raw(",\"arguments\":"u8);
        json.Array(map.Arguments, argument => WriteArgument(json, argument));
        json.Raw("}"u8);
    }

    private void WritePosition(JsonBuffer json, int position)
    {
        Open(json, position);
        if (map.StanceOf(position) is { } stance)
        {
            json.Raw(",\"stance\":"u8);
            json.String(Fragments.Word(stance));
        }
        json.Raw(",\"holders\":"u8);
        EntityWriter.References(json, _graph, map.HoldersOf(position));
        Evidence(json, map.MakingPosition(position));
    }

    private void WriteArgument(JsonBuffer json, int argument)
    {
        Open(json, argument);
        json.Raw(",\"arguesFor\":"u8);
        Ids(json, map.ForWhich(argument));
        json.Raw(",\"answers\":"u8);
        Ids(json, map.AnsweredBy(argument));
        json.Raw(",\"claims\":"u8);
        json.Array(map.ClaimsOf(argument), fact => FactWriter.Write(json, _graph, fact, evidence: true));
        Evidence(json, map.Arguing(argument).Concat(map.Answering(argument)));
    }

    private void Open(JsonBuffer json, int row)
    {
        var reference = _graph.Entities[row].Reference;
        json.Raw(reference.AsSpan(0, reference.Length - 1));
    }

    private void Ids(JsonBuffer json, int[] rows) => json.Array(rows, row => json.String(_graph.Entities[row].Id));

    private void Evidence(JsonBuffer json, IEnumerable<FactRow> facts)
    {
        json.Raw(",\"evidence\":"u8);
        int[] statements = [.. facts.SelectMany(fact => fact.Statements).Distinct().Order(_graph.StatementsInOrder)];
        json.Array(statements, row => FactWriter.Evidence(json, _graph, _graph.Statements[row]));
        json.Raw("}"u8);
    }
}
