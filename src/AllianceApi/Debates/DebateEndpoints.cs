using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;

namespace AllianceApi.Debates;

/// <summary>The argument map of a debate.</summary>
internal static class DebateEndpoints
{
    public static void MapDebates(this IEndpointRouteBuilder api) =>
        api.MapRead("debates/{id}/map", (string id, Snapshot graph, FindGone gone) => GetMap(graph, gone, id))
            .Describe("getDebateMap", "Debates", "The argument map of a debate.",
                "Its positions, who holds each, the arguments for each, what they claim and which answers which, all with evidence.", typeof(MapResponse))
            .Takes(_ => [PageParameters.Fields(typeof(MapResponse))])
            .Try(graph => [graph.Entities.FirstOrDefault(entity => entity.Kind.Class == typeof(Debate))?.Id])
            .OfOne();

    private static IResult GetMap(Snapshot graph, FindGone gone, string id) =>
        graph.FindEntity(id) is { } row && graph.Entities[row] is var debate && debate.Kind.Class == typeof(Debate)
            ? new GraphResult(graph, debate.Revision, new DebateMap(graph, row).Write)
            : Missing.Entity(graph, gone, id, Catalogue.Find("debate"));
}
