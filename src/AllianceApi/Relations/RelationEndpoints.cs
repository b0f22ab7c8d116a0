using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Http.Writers;
using AllianceApi.Shapes;

namespace AllianceApi.Relations;

/// <summary>Facts as resources of their own: relations and attributes, of all entities and of one.</summary>
internal static class RelationEndpoints
{
    private const string Strongest = "Each carries the standing and modality of its strongest statement; all are shown unless told.";

    public static void MapRelations(this IEndpointRouteBuilder api)
    {
        api.MapRead("relations", (Query query, Snapshot graph) => List(graph, Collections.Relations, query))
            .Describe("listRelations", "Relations", "All relations, by id.", $"Facts between two entities. {Strongest}", typeof(Page<RelationResponse>))
            .Takes(_ => [.. Paged(Collections.Relations, typeof(RelationResponse)), .. FactFilters.OfRelations()]);

        api.MapRead("relations/{id}", (string id, Snapshot graph, FindGone gone) => Get(graph, gone, id, attributes: false))
            .Describe("getRelation", "Relations", "One relation with its evidence.", "Its id is made of its parts, so it can be linked to before it is there.", typeof(RelationResponse))
            .Takes(_ => [PageParameters.Fields(typeof(RelationResponse))])
            .Try(graph => [First(graph, attributes: false)])
            .OfOne();

        api.MapRead("attributes", (Query query, Snapshot graph) => List(graph, Collections.Attributes, query))
            .Describe("listAttributes", "Attributes", "All attributes, by id.", $"Facts that give an entity a literal. {Strongest}", typeof(Page<AttributeResponse>))
            .Takes(_ => [.. Paged(Collections.Attributes, typeof(AttributeResponse)), .. FactFilters.OfAttributes()]);

        api.MapRead("attributes/{id}", (string id, Snapshot graph, FindGone gone) => Get(graph, gone, id, attributes: true))
            .Describe("getAttribute", "Attributes", "One attribute with its evidence.", "A fact that gives an entity a literal.", typeof(AttributeResponse))
            .Takes(_ => [PageParameters.Fields(typeof(AttributeResponse))])
            .Try(graph => [First(graph, attributes: true)])
            .OfOne();

        MapOfOneEntity(api);
    }

    private static void MapOfOneEntity(IEndpointRouteBuilder api)
    {
        api.MapRead("entities/{id}/relations", (string id, Query query, Snapshot graph, FindGone gone) => ListOf(graph, gone, Collections.Relations, query, id, entity => entity.Relations))
            .Describe("listEntityRelations", "Entities", "The relations of one entity, in both directions, by id.", Strongest, typeof(Page<RelationResponse>))
            .Takes(_ => [.. Paged(Collections.Relations, typeof(RelationResponse)), .. FactFilters.OfRelationsOf(OfPath)])
            .Try(Connected)
            .OfOne();

        api.MapRead("entities/{id}/attributes", (string id, Query query, Snapshot graph, FindGone gone) => ListOf(graph, gone, Collections.Attributes, query, id, entity => entity.Attributes))
            .Describe("listEntityAttributes", "Entities", "The attributes of one entity, by id.", Strongest, typeof(Page<AttributeResponse>))
            .Takes(_ => [.. Paged(Collections.Attributes, typeof(AttributeResponse)), .. FactFilters.OfAttributesOfOne()])
            .Try(graph => [graph.Entities.FirstOrDefault(entity => entity.Attributes.Length > 0)?.Id])
            .OfOne();
    }

    private static IEnumerable<Parameter> Paged(Collection collection, Type item) => [.. PageParameters.Of(collection, item), PageParameters.Expand];

    private static int? OfPath(QueryContext context) => context.PathId is { } id ? context.Graph.FindEntity(id) : null;

    private static string?[] Connected(Snapshot graph) => [graph.Entities.MaxBy(entity => entity.Relations.Length)?.Id];

    private static string? First(Snapshot graph, bool attributes) =>
        graph.FirstFact(fact => fact.IsAttribute == attributes) is { } fact ? graph.IdOf(fact) : null;

    private static PageResult List(Snapshot graph, Collection collection, Query query) =>
        new(graph, collection, query, (json, row) => FactWriter.Write(json, graph, graph.Facts[row], query.Evidence));

    private static IResult ListOf(Snapshot graph, FindGone gone, Collection collection, Query query, string id, Func<EntityRow, int[]> facts)
    {
        if (graph.FindEntity(id) is not { } row)
            return Missing.Entity(graph, gone, id);
        query.Candidates.Add(facts(graph.Entities[row]));
        return List(graph, collection, query);
    }

    private static IResult Get(Snapshot graph, FindGone gone, string id, bool attributes) =>
        graph.FindFact(id) is { } row && graph.Facts[row].IsAttribute == attributes
            ? new GraphResult(graph, graph.Facts[row].Revision, json => FactWriter.Write(json, graph, graph.Facts[row], evidence: true))
            : Missing.Fact(graph, gone, id, attributes ? "attributes" : "relations");
}
