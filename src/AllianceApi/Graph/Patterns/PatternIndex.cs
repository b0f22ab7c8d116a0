using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>What terms with free ends are looked up in, each made at its first use and kept with the snapshot; rows by id.</summary>
internal static class PatternIndex
{
    /// <summary>All facts.</summary>
    public static int[] Facts(Snapshot graph) =>
        graph.Remember<int[]>("pattern facts", graph => IdOrder.SortFacts(graph, [.. graph.Facts.Rows]));

    /// <summary>The facts under a predicate or attribute.</summary>
    public static int[] Facts(Snapshot graph, string name) => graph.Remember("pattern facts by name", ByName).GetValueOrDefault(name) ?? [];

    /// <summary>The attributes of a name that have this very text.</summary>
    public static int[] Attributes(Snapshot graph, string name, string text) =>
        graph.Remember<Dictionary<string, int[]>>(("pattern attributes", name), graph => Grouped(Facts(graph, name), row => graph.Facts[row].Literal!.Value))
            .GetValueOrDefault(text) ?? [];

    /// <summary>The entities that have a member.</summary>
    public static int[] Entities(Snapshot graph, string member) => graph.Remember<int[]>(("pattern entities", member), graph =>
        IdOrder.SortEntities(graph, [.. graph.Entities.Rows.Where(row => LiteralNames.Read(graph.Entities[row], member) is not null)]));

    /// <summary>The entities whose member has this very text.</summary>
    public static int[] Entities(Snapshot graph, string member, string text) =>
        graph.Remember<Dictionary<string, int[]>>(("pattern members", member), graph => Grouped(Entities(graph, member), row => LiteralNames.Read(graph.Entities[row], member)!))
            .GetValueOrDefault(text) ?? [];

    /// <summary>How many different subjects and objects the facts of a name have.</summary>
    public static (int Subjects, int Objects) Ends(Snapshot graph, string name) => ((int, int))graph.Remember<object>(("pattern ends", name), graph =>
    {
        var (subjects, objects, texts) = (new HashSet<int>(), new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in Facts(graph, name))
        {
            var fact = graph.Facts[row];
            subjects.Add(fact.Subject);
            if (fact.Literal is { } literal)
                texts.Add(literal.Value);
            else
                objects.Add(fact.Object);
            if (fact.Predicate is { Predicate.Symmetric: true })
            {
                subjects.Add(fact.Object);
                objects.Add(fact.Subject);
            }
        }
        return (Math.Max(1, subjects.Count), Math.Max(1, objects.Count + texts.Count));
    });

    /// <summary>Relations of entities to themselves, which stand in one of the two groups only.</summary>
    public static HashSet<int> Loops(Snapshot graph) => graph.Remember<HashSet<int>>("pattern loops", graph =>
        [.. graph.Facts.Where(fact => fact.Subject == fact.Object).Select(fact => fact.Subject)]);

    private static Dictionary<string, int[]> ByName(Snapshot graph) => Grouped(Facts(graph), row => graph.Facts[row].Name);

    private static Dictionary<string, int[]> Grouped(int[] rows, Func<int, string> key) =>
        rows.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
