using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Entities;

/// <summary>A list and a detail for every kind of the catalogue, and for all kinds together.</summary>
internal static class EntityEndpoints
{
    private const string Detailed = "With its typed members and attributes, every attribute as a fact, and its relations in both directions, grouped by predicate and labelled from this side, each with the statements and passages that say so.";

    public static void MapEntities(this IEndpointRouteBuilder api)
    {
        foreach (var kind in Catalogue.Kinds)
            MapKind(api, kind);

        api.MapRead("entities", (Query query, Snapshot graph) => List(graph, query, kind: null))
            .Describe("listEntities", "Entities", "Entities of all kinds, by name.",
                "In the shape common to all kinds. The typed path of a kind has its members and filters.", typeof(Page<EntityResponse>))
            .Takes(_ => [.. PageParameters.Of(Collections.AllEntities, typeof(EntityResponse)), .. KindFilters.Common(), OfKind]);

        api.MapRead("entities/{id}", (string id, Snapshot graph, FindGone gone) => Get(graph, gone, id, kind: null))
            .Describe("getEntity", "Entities", "One entity of any kind, with its facts and their evidence.",
                "In the shape common to all kinds; `links.self` leads to the typed one.", typeof(EntityResponse))
            .Takes(_ => [PageParameters.Fields(typeof(EntityResponse))])
            .Try(graph => [graph.Entities.Select(entity => entity.Id).FirstOrDefault()])
            .OfOne();
    }

    private static Parameter OfKind { get; } =
        Filters.Choice("kind", "Keeps entities of these kinds.", Filters.Kinds, (_, _) => null) with
        {
            Apply = (context, values) => context.Among(values.Distinct().SelectMany(kind =>
                context.Graph.Ordered(Collections.Entities(Catalogue.Find(kind)!), "name", descending: false).Rows.From(0))),
        };

    private static void MapKind(IEndpointRouteBuilder api, Kind kind)
    {
        api.MapRead(kind.Path, (Query query, Snapshot graph) => List(graph, query, kind))
            .Describe($"list{kind.Plural}", kind.Plural, $"All {kind.Path}, by name.",
                $"{kind.Description} Filters by attribute and predicate go by what the source states and asserts, unless `standing` and `modality` say otherwise.", kind.Page)
            .Takes(graph => [.. PageParameters.Of(Collections.Entities(kind), kind.Response), .. KindFilters.Of(graph, kind)]);

        api.MapRead($"{kind.Path}/{{id}}", (string id, Snapshot graph, FindGone gone) => Get(graph, gone, id, kind))
            .Describe($"get{kind.Name}", kind.Plural, $"One {kind}, with its facts and their evidence.", Detailed, kind.Response)
            .Takes(_ => [PageParameters.Fields(kind.Response)])
            .Try(graph => [graph.Entities.Where(entity => entity.Kind == kind).Select(entity => entity.Id).FirstOrDefault()])
            .OfOne();
    }

    private static PageResult List(Snapshot graph, Query query, Kind? kind) =>
        new(graph, kind is null ? Collections.AllEntities : Collections.Entities(kind), query, (json, row) => EntityWriter.Item(json, graph.Entities[row], typed: kind is not null))
        { SizeOf = row => EntityWriter.SizeOf(graph.Entities[row]) };

    private static IResult Get(Snapshot graph, FindGone gone, string id, Kind? kind) =>
        graph.FindEntity(id) is { } row && (kind is null || graph.Entities[row].Kind == kind)
            ? new GraphResult(graph, graph.Entities[row].Revision, json => EntityWriter.Detail(json, graph, row, typed: kind is not null))
            : Missing.Entity(graph, gone, id, kind);
}
