using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;

namespace AllianceApi.Debates;

/// <summary>The argument map of a debate.</summary>
internal static class DebateEndpoints
{
    public static void MapDebates(this IEndpointRouteBuilder api) =>
        api.MapRead("debates/{id}/map", GetMap)
            .Describe("getDebateMap", "Debates", "The argument map of a debate.",
                "Its positions, who holds each, the arguments for each, what they claim and which answers which, all with evidence. "
                + "`Accept` or `format` has it as a picture, or for tools of argumentation; `fields` is for JSON.", typeof(MapResponse))
            .In(MapFormats.Offers)
            .Takes(_ => [MapFormats.Offers.Parameter, PageParameters.Fields(typeof(MapResponse))])
            .Try(graph => [graph.Entities.FirstOrDefault(entity => entity.Kind.Class == typeof(Debate))?.Id])
            .OfOne();

    private static IResult GetMap(HttpContext context, string id, Snapshot graph, FindGone gone) =>
        graph.FindEntity(id) is { } row && graph.Entities[row].Kind.Class == typeof(Debate)
            ? MapFormats.Answer(context, new ArgumentMap(graph, row))
            : Missing.Entity(graph, gone, id, Catalogue.Find("debate"));
}
