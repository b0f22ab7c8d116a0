using System.Runtime.InteropServices;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Shapes;

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

    /// <summary>How many different subjects and objects, or texts, the facts of a name have.</summary>
    public static (int Subjects, int Objects) Ends(Snapshot graph, string name) =>
        graph.Remember("pattern ends", CountEnds).TryGetValue(name, out var ends) ? (Math.Max(1, ends.Subjects), Math.Max(1, ends.Objects)) : (1, 1);

    /// <summary>Relations of entities to themselves, which stand in one of the two groups only.</summary>
    public static HashSet<int> Loops(Snapshot graph) => graph.Remember<HashSet<int>>("pattern loops", graph =>
        [.. graph.Facts.Where(fact => fact.Subject == fact.Object).Select(fact => fact.Subject)]);

    private static Dictionary<string, int[]> ByName(Snapshot graph) => Grouped(Facts(graph), row => graph.Facts[row].Name);

    private static Dictionary<string, int[]> Grouped(int[] rows, Func<int, string> key)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key(row), out _);
            (group ??= []).Add(row);
        }
        return groups.ToDictionary(group => group.Key, group => group.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>By the groups of entities, each of which is one subject or object; of attributes the texts are taken for as many as there are facts.</summary>
    private static Dictionary<string, (int Subjects, int Objects)> CountEnds(Snapshot graph)
    {
        var ends = new Dictionary<string, (int Subjects, int Objects)>(StringComparer.Ordinal);
        foreach (var entity in graph.Entities)
        {
            foreach (var group in entity.Groups)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, group.Predicate.Id, out _);
                count.Subjects += group.Direction == GroupDirection.In ? 0 : 1;
                count.Objects += group.Direction == GroupDirection.Out ? 0 : 1;
            }
            foreach (var attribute in entity.Attributes)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, graph.Facts[attribute].Name, out _);
                count.Subjects++;
                count.Objects++;
            }
        }
        return ends;
    }
}
