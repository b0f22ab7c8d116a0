using System.Reflection;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Service;

/// <summary>The service document at the base of the API.</summary>
internal static class ServiceEndpoints
{
    private static readonly string Version = typeof(ServiceEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void MapService(this IEndpointRouteBuilder api) =>
        api.MapRead("", (Snapshot graph) => GraphResult.Of(graph, 0, () => ServiceOf(graph)))
            .Describe("getService", "Service", "What there is, how much of it, and where.", "Every collection with its count and link.", typeof(ServiceResponse))
            .Takes(_ => [PageParameters.Fields(typeof(ServiceResponse))]);

    private static ServiceResponse ServiceOf(Snapshot graph) => new()
    {
        Title = "Alliance API",
        Version = Version,
        Graph = graph.GraphId,
        Revision = graph.Revision,
        UpdatedAt = graph.UpdatedAt,
        Collections =
        [
            .. Catalogue.Kinds.Select(kind => Of(graph, kind.Path, kind.Description, Collections.Entities(kind))),
            Of(graph, "entities", "Entities of all kinds.", Collections.AllEntities),
            Of(graph, "relations", "Facts between two entities.", Collections.Relations),
            Of(graph, "attributes", "Facts that give an entity a literal.", Collections.Attributes),
            Of(graph, "statements", "What the passages say, in our own words: the evidence of facts.", Collections.Statements),
            Of(graph, "documents", "The source texts, without their words.", Collections.Documents),
            Of(graph, "schema/predicates", "The relation types.", Collections.Predicates),
        ],
        Links = new ServiceLinks
        {
            Self = "/api/v1",
            Swagger = "/swagger",
            Openapi = "/openapi/v1.json",
            Schema = "/api/v1/schema",
            Timeline = "/api/v1/timeline",
            Graph = "/api/v1/graph",
            Pack = "/api/v1/export/pack",
            Revisions = "/api/v1/revisions",
            Changes = "/api/v1/changes",
            Problems = "/problems",
        },
    };

    private static CollectionResponse Of(Snapshot graph, string path, string description, Collection collection) =>
        new() { Name = path.Split('/')[^1], Description = description, Count = graph.Ordered(collection, collection.Sorts[0].Name, descending: false).Rows.Length, Links = new Links { Self = $"/api/v1/{path}" } };
}
