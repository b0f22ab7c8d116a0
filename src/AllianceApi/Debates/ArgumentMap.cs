using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Debates;

/// <summary>What belongs to the argument map of one debate, found by the four predicates that the program knows.</summary>
internal sealed class ArgumentMap
{
    private const string PositionIn = "position-in";
    private const string Holds = "holds";
    private const string ArguesFor = "argues-for";
    private const string Answers = "answers";

    private readonly int _debate;

    public ArgumentMap(Snapshot graph, int debate)
    {
        (Graph, _debate) = (graph, debate);
        Row = graph.Entities[debate];
        Debate = (Debate)Row.ToEntity();
        Positions = Ends(debate, PositionIn, GroupDirection.In);
        Arguments = [.. Positions.SelectMany(position => Ends(position, ArguesFor, GroupDirection.In)).Distinct().Order(graph.EntitiesById)];
    }

    public Snapshot Graph { get; }

    public EntityRow Row { get; }

    public Debate Debate { get; }

    /// <summary>By id.</summary>
    public int[] Positions { get; }

    /// <summary>The arguments for the positions, by id.</summary>
    public int[] Arguments { get; }

    /// <summary>Who holds a position, by id.</summary>
    public int[] HoldersOf(int position) => Ends(position, Holds, GroupDirection.In);

    /// <summary>The positions of this debate that an argument is for.</summary>
    public int[] ForWhich(int argument) => [.. Ends(argument, ArguesFor, GroupDirection.Out).Where(Positions.Contains)];

    public int[] AnsweredBy(int argument) => Ends(argument, Answers, GroupDirection.Out);

    /// <summary>The stance of a position towards the proposition, as a word.</summary>
    public PositionStance? StanceOf(int position) => ((Position)Graph.Entities[position].ToEntity()).Stance;

    /// <summary>The relations that say that a position is in this debate, and that it is held.</summary>
    public IEnumerable<FactRow> MakingPosition(int position) =>
        Facts(position, PositionIn, GroupDirection.Out).Where(fact => fact.Object == _debate).Concat(Holding(position));

    /// <summary>The relations by which a position is held.</summary>
    public IEnumerable<FactRow> Holding(int position) => Facts(position, Holds, GroupDirection.In);

    /// <summary>The relations by which an argument is for positions of this debate.</summary>
    public IEnumerable<FactRow> Arguing(int argument) => Facts(argument, ArguesFor, GroupDirection.Out).Where(fact => Positions.Contains(fact.Object));

    public IEnumerable<FactRow> Answering(int argument) => Facts(argument, Answers, GroupDirection.Out);

    /// <summary>The relations that statements attribute to an argument.</summary>
    public FactRow[] ClaimsOf(int argument) =>
    [
        .. Graph.Entities[argument].Statements.Select(statement => Graph.Statements[statement])
            .Where(statement => statement.AttributedTo.Contains(argument))
            .SelectMany(statement => statement.Facts)
            .Distinct().Order(Graph.FactsById)
            .Select(fact => Graph.Facts[fact])
            .Where(fact => !fact.IsAttribute),
    ];

    private int[] Ends(int entity, string predicate, GroupDirection direction) =>
        [.. Facts(entity, predicate, direction).Select(fact => fact.OtherEnd(entity)).Distinct().Order(Graph.EntitiesById)];

    private IEnumerable<FactRow> Facts(int entity, string predicate, GroupDirection direction) => Graph.Entities[entity].Groups
        .Where(group => group.Predicate.Id == predicate && group.Direction == direction)
        .SelectMany(group => Snapshot.RelationsIn(Graph.Entities[entity], group).ToArray())
        .Select(row => Graph.Facts[row])
        .Where(fact => !fact.Negated);
}
