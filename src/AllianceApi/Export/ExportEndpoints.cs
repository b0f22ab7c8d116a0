using System.Text.Json;
using AllianceApi.Formats;
using AllianceApi.Formats.Rdf;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Export;

/// <summary>The graph to take away, and the vocabulary in which RDF has it.</summary>
internal static class ExportEndpoints
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JsonBuffer.Encoder };

    public static void MapExport(this IEndpointRouteBuilder api)
    {
        api.MapRead("graph", GetGraph)
            .Describe("getGraph", "Graph", "The whole graph, in the format of your tool.",
                "All entities and all facts, denied ones marked, of one revision. `Accept` or `format` chooses: `*/*` is JSON. It is streamed, however large the graph is; "
                + $"`svg` and `mermaid` draw up to {GraphFormats.MostNodes} nodes and {GraphFormats.MostEdges} edges.", typeof(GraphResponse))
            .In(GraphFormats.Offers)
            .Takes(_ => GraphFormats.Parameters)
            .ProducesProblem(Problem.TooLarge);
        api.MapRead("export/pack", (HttpContext context, Snapshot graph) => PackExport.Answer(context, graph))
            .Describe("exportPack", "Graph", "The whole graph as a pack, to be imported elsewhere.",
                "Documents with the places and hashes of their passages, predicates, entities and statements; facts follow from these. `POST /api/v1/imports` or the command `import` loads each of the forms into "
                + "another database, which is then equal to this one, history aside.", typeof(PackResponse))
            .In(PackExport.Offers)
            .Takes(_ => [PackExport.Offers.Parameter])
            .ProducesProblem(Problem.TooLarge)
            .WithoutDates();
    }

    /// <summary>What lies beside the API: absolute addresses name it.</summary>
    public static void MapVocabulary(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/vocabulary", Read, (HttpContext context) => Lasting(context, Vocabulary.Turtle(context.PublicAddress()), "text/turtle")).ExcludeFromDescription();
        app.MapMethods("/context.jsonld", Read, (HttpContext context) =>
            Lasting(context, JsonLdContext.Of(new Iris(context.PublicAddress())).ToJsonString(Indented), "application/ld+json")).ExcludeFromDescription();
    }

    private static IResult GetGraph(HttpContext context, Snapshot graph, Query query) => GraphFormats.Answer(context, GraphView.Whole(graph), query);

    /// <summary>Only a new version of the program can change it; an address that is not set makes it one of many.</summary>
    private static IResult Lasting(HttpContext context, string text, string mediaType)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        context.Response.Headers.Vary = "Host";
        return Results.Text(text, $"{mediaType}; charset=utf-8");
    }
}
