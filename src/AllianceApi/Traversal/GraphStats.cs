using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Traversal;

/// <summary>Works out the graph in figures: counts at once, the rest at once where the graph is small, else in the background, one graph at a time.</summary>
internal static class GraphStats
{
    /// <summary>Graphs of no more entities and facts than this are worked out while the request waits, some milliseconds.</summary>
    private const int Small = 20_000;

    private const int MostCentral = 20;

    private static readonly object Counted = new();
    private static readonly object Measured = new();
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static StatsResponse Of(Snapshot graph)
    {
        var counts = graph.Remember(Counted, Count);
        var measures = graph.Remember(Measured, graph => graph.Entities.Length + graph.Facts.Length <= Small
            ? Task.FromResult(Measure(graph, counts))
            : InBackground(graph, counts));
        return measures.IsCompletedSuccessfully ? measures.Result : counts;
    }

    private static Task<StatsResponse> InBackground(Snapshot graph, StatsResponse counts) => Task.Run(async () =>
    {
        await OneAtATime.WaitAsync();
        try
        {
            return Measure(graph, counts);
        }
        finally
        {
            OneAtATime.Release();
        }
    });

    private static StatsResponse Count(Snapshot graph)
    {
        var byStrength = new int[6];
        var (denied, attributes, contested, between) = (0, 0, 0, 0);
        var byPredicate = graph.Schema.Predicates.ToDictionary(predicate => predicate.Id, _ => 0);
        foreach (var fact in graph.Facts)
        {
            byStrength[fact.Strength.Rank]++;
            contested += fact.Contested ? 1 : 0;
            if (fact.Predicate is null)
            {
                attributes++;
                continue;
            }
            byPredicate[fact.Name]++;
            denied += fact.Negated ? 1 : 0;
            between += fact.Negated || fact.Subject == fact.Object ? 0 : 1;
        }
        var entities = graph.Entities.Count;
        var byKind = graph.Entities.GroupBy(entity => entity.Kind).ToDictionary(group => group.Key, group => group.Count());
        return new StatsResponse
        {
            Revision = graph.Revision,
            UpdatedAt = graph.UpdatedAt,
            Entities = entities,
            Relations = graph.Facts.Count - attributes,
            Denied = denied,
            Attributes = attributes,
            Statements = graph.Statements.Count,
            Contested = contested,
            Density = entities < 2 ? 0 : between / ((double)entities * (entities - 1)),
            Kinds = [.. Catalogue.Kinds.Select(kind => new CountOf { Id = kind.Id, Count = byKind.GetValueOrDefault(kind) })],
            Predicates = [.. graph.Schema.Predicates.Select(predicate => new CountOf { Id = predicate.Id, Count = byPredicate[predicate.Id] })],
            Standings = [.. Enum.GetValues<Standing>().Select(standing => Sum(Fragments.Word(standing), byStrength, strength => strength.Standing == standing))],
            Modalities = [.. Enum.GetValues<Modality>().Select(modality => Sum(Fragments.Word(modality), byStrength, strength => strength.Modality == modality))],
            Complete = false,
        };
    }

    private static CountOf Sum(string id, int[] byStrength, Func<Strength, bool> counts) => new()
    {
        Id = id,
        Count = Enum.GetValues<Standing>().SelectMany(standing => Enum.GetValues<Modality>().Select(modality => new Strength(standing, modality)))
            .Where(counts).Sum(strength => byStrength[strength.Rank]),
    };

    private static StatsResponse Measure(Snapshot graph, StatsResponse counts)
    {
        var links = EdgeList.Of(graph);
        int[] rows = [.. graph.Entities.Rows];
        return counts with
        {
            Complete = true,
            Degrees = DegreesOf(links, rows),
            Components = ComponentsOf(links, rows),
            Central = CentralOf(graph, links, rows),
        };
    }

    private static DegreeStats DegreesOf(EdgeList links, int[] rows)
    {
        int[] degrees = [.. rows.Select(row => links.Degrees[row]).Order()];
        return new DegreeStats
        {
            Mean = degrees.Length == 0 ? 0 : degrees.Average(),
            Median = degrees.Length == 0 ? 0 : degrees[(degrees.Length - 1) / 2],
            Most = degrees.Length == 0 ? 0 : degrees[^1],
            Distribution = [.. degrees.CountBy(degree => degree).Select(pair => new DegreeCount { Degree = pair.Key, Entities = pair.Value })],
        };
    }

    private static ComponentStats ComponentsOf(EdgeList links, int[] rows)
    {
        var component = Components.Of(links);
        var sizes = rows.CountBy(row => component[row]).Select(pair => pair.Value).ToList();
        return new ComponentStats { Count = sizes.Count, Largest = sizes.Count == 0 ? 0 : sizes.Max(), Isolated = rows.Count(row => links.Degrees[row] == 0) };
    }

    private static CentralEntity[] CentralOf(Snapshot graph, EdgeList links, int[] rows)
    {
        var scores = PageRank.Of(links, rows);
        return
        [
            .. rows.OrderByDescending(row => scores[row]).ThenBy(row => graph.Entities[row].Id, StringComparer.Ordinal).Take(MostCentral)
                .Select(row => new CentralEntity { Entity = ReferenceOf(graph.Entities[row]), Score = Math.Round(scores[row], 6), Degree = links.Degrees[row] }),
        ];
    }

    private static Reference ReferenceOf(EntityRow entity) => new() { Id = entity.Id, Kind = entity.Kind.Id, Name = entity.Name };
}
