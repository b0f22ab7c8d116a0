using AllianceApi.Graph;
using AllianceApi.Http.Writers;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Debates;

/// <summary>The argument map of one debate, found by the four predicates that the program knows.</summary>
internal sealed class DebateMap(Snapshot graph, int debate)
{
    private const string PositionIn = "position-in";
    private const string Holds = "holds";
    private const string ArguesFor = "argues-for";
    private const string Answers = "answers";

    private readonly EntityRow _debate = graph.Entities[debate];

    /// <summary>As <see cref="MapResponse"/> has it.</summary>
    public void Write(JsonBuffer json)
    {
        var positions = Ends(debate, PositionIn, GroupDirection.In);
        int[] arguments = [.. positions.SelectMany(position => Ends(position, ArguesFor, GroupDirection.In)).Distinct().Order(graph.EntitiesById)];
        var entity = (Debate)_debate.ToEntity();
        json.Raw("{\"debate\":"u8);
        json.Raw(_debate.Reference);
        json.Raw(",\"question\":"u8);
        json.String(entity.Question);
        if (entity.Proposition is { } proposition)
        {
            json.Raw(",\"proposition\":"u8);
            json.String(proposition);
        }
        json.Raw(",\"outlook\":"u8);
        json.Array([.. _debate.Attributes.Select(row => graph.Facts[row]).Where(fact => fact.Name == "outlook")], fact => FactWriter.Write(json, graph, fact, evidence: true));
        json.Raw(",\"positions\":"u8);
        json.Array(positions, position => WritePosition(json, position));
        json.Raw(",\"arguments\":"u8);
        json.Array(arguments, argument => WriteArgument(json, argument, positions));
        json.Raw("}"u8);
    }

    private void WritePosition(JsonBuffer json, int position)
    {
        var row = graph.Entities[position];
        Open(json, row);
        json.Raw(row.Typed);
        json.Raw(",\"holders\":"u8);
        EntityWriter.References(json, graph, Ends(position, Holds, GroupDirection.In));
        Evidence(json, Facts(position, PositionIn, GroupDirection.Out).Where(fact => fact.Object == debate)
            .Concat(Facts(position, Holds, GroupDirection.In)));
    }

    private void WriteArgument(JsonBuffer json, int argument, int[] positions)
    {
        var row = graph.Entities[argument];
        Open(json, row);
        json.Raw(",\"arguesFor\":"u8);
        Ids(json, Ends(argument, ArguesFor, GroupDirection.Out).Where(positions.Contains));
        json.Raw(",\"answers\":"u8);
        Ids(json, Ends(argument, Answers, GroupDirection.Out));
        json.Raw(",\"claims\":"u8);
        json.Array(Claims(row, argument), fact => FactWriter.Write(json, graph, fact, evidence: true));
        Evidence(json, Facts(argument, ArguesFor, GroupDirection.Out).Where(fact => positions.Contains(fact.Object))
            .Concat(Facts(argument, Answers, GroupDirection.Out)));
    }

    private FactRow[] Claims(EntityRow row, int argument) =>
    [
        .. row.Statements.Select(statement => graph.Statements[statement])
            .Where(statement => statement.AttributedTo.Contains(argument))
            .SelectMany(statement => statement.Facts)
            .Distinct().Order(graph.FactsById)
            .Select(fact => graph.Facts[fact])
            .Where(fact => !fact.IsAttribute),
    ];

    private static void Open(JsonBuffer json, EntityRow row) => json.Raw(row.Reference.AsSpan(0, row.Reference.Length - 1));

    private void Ids(JsonBuffer json, IEnumerable<int> rows) => json.Array([.. rows], row => json.String(graph.Entities[row].Id));

    private void Evidence(JsonBuffer json, IEnumerable<FactRow> facts)
    {
        json.Raw(",\"evidence\":"u8);
        int[] statements = [.. facts.SelectMany(fact => fact.Statements).Distinct().Order(graph.StatementsInOrder)];
        json.Array(statements, row => FactWriter.Evidence(json, graph, graph.Statements[row]));
        json.Raw("}"u8);
    }

    private int[] Ends(int entity, string predicate, GroupDirection direction) =>
        [.. Facts(entity, predicate, direction).Select(fact => fact.OtherEnd(entity)).Distinct().Order(graph.EntitiesById)];

    private IEnumerable<FactRow> Facts(int entity, string predicate, GroupDirection direction) => graph.Entities[entity].Groups
        .Where(group => group.Predicate.Id == predicate && group.Direction == direction)
        .SelectMany(group => Snapshot.RelationsIn(graph.Entities[entity], group).ToArray())
        .Select(row => graph.Facts[row])
        .Where(fact => !fact.Negated);
}
