using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AllianceApi.Shapes;

namespace AllianceApi.Graph.Patterns;

/// <summary>How many facts a predicate or attribute has, and how many different subjects and objects, or texts, these have.</summary>
internal readonly record struct NameCount(int Facts, int Subjects, int Objects)
{
    public NameCount Plus(NameCount other) => new(Facts + other.Facts, Subjects + other.Subjects, Objects + other.Objects);
}

/// <summary>
/// Counts by predicate and attribute. Each group of an entity is one subject or object; of attributes the texts are taken for as many as there are facts.
/// </summary>
internal sealed class NameCounts(Snapshot graph, ImmutableDictionary<string, NameCount> counts) : IKept
{
    public NameCount this[string name] => counts.GetValueOrDefault(name);

    public static NameCounts Of(Snapshot graph)
    {
        var counts = new Dictionary<string, NameCount>(StringComparer.Ordinal);
        foreach (var fact in graph.Facts)
            Count(counts, fact, 1);
        foreach (var entity in graph.Entities)
            Count(counts, entity, 1);
        return new NameCounts(graph, counts.ToImmutableDictionary(StringComparer.Ordinal));
    }

    public object In(Snapshot successor, Func<RowsOf, IReadOnlyCollection<int>> changed)
    {
        var more = new Dictionary<string, NameCount>(StringComparer.Ordinal);
        foreach (var (now, sign) in new[] { (graph, -1), (successor, 1) })
        {
            foreach (var row in changed(RowsOf.Facts).Where(row => row < now.Facts.Length && now.Facts.Has(row)))
                Count(more, now.Facts[row], sign);
            foreach (var row in changed(RowsOf.Entities).Where(row => row < now.Entities.Length && now.Entities.Has(row)))
                Count(more, now.Entities[row], sign);
        }
        return new NameCounts(successor, counts.SetItems(more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Plus(this[pair.Key])))));
    }

    private static void Count(Dictionary<string, NameCount> counts, FactRow fact, int sign)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, fact.Name, out _);
        var ends = fact.IsAttribute ? sign : 0;
        count = count.Plus(new(sign, ends, ends));
    }

    private static void Count(Dictionary<string, NameCount> counts, EntityRow entity, int sign)
    {
        foreach (var group in entity.Groups)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, group.Predicate.Id, out _);
            count = count.Plus(new(0, group.Direction == GroupDirection.In ? 0 : sign, group.Direction == GroupDirection.Out ? 0 : sign));
        }
    }
}
