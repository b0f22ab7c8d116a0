using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Formats;

/// <summary>
/// What the writers of formats write: a whole graph, or nodes and edges that were chosen from it with what stands behind them.
/// Rows are those of the snapshot.
/// </summary>
internal sealed class GraphView
{
    private readonly int[]? _nodes;
    private readonly int[]? _edges;

    private GraphView(Snapshot graph, string name, string title, int[]? nodes, int[]? edges)
    {
        (Graph, Name, Title, _nodes, _edges) = (graph, name, title, nodes, edges);
        NodeCount = nodes?.Length ?? graph.Entities.Count;
        EdgeCount = edges?.Length ?? ById(Collections.Relations).Length;
    }

    public Snapshot Graph { get; }

    /// <summary>What it is called, fit for the name of a file.</summary>
    public string Name { get; }

    /// <summary>What a picture of it is headed with.</summary>
    public string Title { get; }

    public bool IsWhole => _nodes is null;

    public int NodeCount { get; }

    public int EdgeCount { get; }

    /// <summary>Entities, by id.</summary>
    public IEnumerable<int> Nodes => _nodes ?? ById(Collections.AllEntities).From(0);

    /// <summary>Relations, by id.</summary>
    public IEnumerable<int> Edges => _edges ?? ById(Collections.Relations).From(0);

    /// <summary>All attributes of the nodes, by id.</summary>
    public IEnumerable<int> Attributes => _nodes?.SelectMany(row => Graph.Entities[row].Attributes).Order(Graph.FactsById) ?? ById(Collections.Attributes).From(0);

    /// <summary>The statements that make the facts and that the summaries of the nodes rest on.</summary>
    public IEnumerable<int> Statements => IsWhole
        ? Graph.Ordered(Collections.Statements, "", descending: false).Rows.From(0)
        : Edges.Concat(Attributes).SelectMany(row => Graph.Facts[row].Statements)
            .Concat(Nodes.SelectMany(row => Graph.Entities[row].SummaryEvidence).Select(Graph.FindStatement).OfType<int>()).Distinct().Order(Graph.StatementsInOrder);

    /// <summary>The passages that the statements cite.</summary>
    public IEnumerable<int> Passages => IsWhole
        ? Graph.Passages.Rows
        : Statements.SelectMany(row => Graph.Statements[row].Passages).Distinct().Order();

    public IEnumerable<int> Documents => IsWhole
        ? Enumerable.Range(0, Graph.Documents.Length)
        : Statements.Select(row => Graph.Statements[row].Document).Distinct().Order();

    /// <summary>The predicates of the edges; all of a whole graph.</summary>
    public IEnumerable<PredicateRow> Predicates => IsWhole
        ? Graph.Schema.Predicates
        : Edges.Select(row => Graph.Facts[row].Predicate!).Distinct().OrderBy(predicate => predicate.Id, StringComparer.Ordinal);

    public static GraphView Whole(Snapshot graph) => new(graph, "alliance-graph", "The whole graph", nodes: null, edges: null);

    /// <summary>Entities and relations that were chosen, as rows; both ends of each relation are among the entities.</summary>
    public static GraphView Of(Snapshot graph, string name, string title, IEnumerable<int> nodes, IEnumerable<int> edges) =>
        new(graph, name, title, [.. nodes.Distinct().Order(graph.EntitiesById)], [.. edges.Distinct().Order(graph.FactsById)]);

    public Entity Entity(int row) => Graph.Entities[row].ToEntity();

    public string NameOf(int row) => Graph.Entities[row].Name;

    public Kind Kind(int row) => Graph.Entities[row].Kind;

    public string Id(int row) => Graph.Entities[row].Id;

    public FactRow Fact(int row) => Graph.Facts[row];

    public Statement Statement(int row) => Graph.StatementOf(Graph.Statements[row]);

    /// <summary>A passage as filters name it: document and locator.</summary>
    public string Cited(int passage) => $"{Graph.Documents[Graph.Passages[passage].Document].Id}/{Graph.Passages[passage].Passage.Locator}";

    /// <summary>The ids of the statements that make a fact, the strongest first.</summary>
    public IEnumerable<string> StatementsOf(FactRow fact) => fact.Statements.Select(row => Graph.Statements[row].Id);

    /// <summary>The ids of those whose view a fact is.</summary>
    public IEnumerable<string> BearersOf(FactRow fact) => fact.AttributedTo.Select(Id);

    /// <summary>The typed members and attributes of an entity that have a value, as its typed path shows them.</summary>
    public IEnumerable<(Field Field, IReadOnlyList<string> Values)> TypedOf(int row)
    {
        foreach (var field in Kind(row).Fields)
        {
            string[] values = field.FromSource
                ? [.. Graph.TypedValues(Graph.Entities[row], field).Select(fact => fact.Literal!.Value)]
                : Graph.Entities[row].Member(field) is { } value ? [value] : [];
            if (values.Length > 0)
                yield return (field, values);
        }
    }

    private SortedRows ById(Collection collection) => Graph.Ordered(collection, "id", descending: false).Rows;
}
