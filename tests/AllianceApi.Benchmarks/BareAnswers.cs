using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Graph.Search;
using AllianceApi.Http.Writers;
using AllianceApi.Matching;
using AllianceApi.Search;
using AllianceApi.Traversal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AllianceApi.Benchmarks;

/// <summary>What the product answers, without its pipeline: the parameters are believed, and there is no tag, no log and no check.</summary>
internal sealed class BareAnswers(Snapshot graph)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/api/v1/graph/subgraph", context => Send(context, json => SubgraphWriter.Write(json, graph, Around(Row(context, "roots")), evidence: false)));
        app.MapGet("/api/v1/graph/paths", context => Send(context, json => PathsWriter.Write(json, graph, new Walk(), Paths(context), truncated: false, evidence: false)));
        app.MapGet("/api/v1/search", context => Send(context, json => Search(json, QueryParser.Parse(context.Request.Query["q"]!).Query!)));
        app.MapPost("/api/v1/graph/match", async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            await Send(context, json => new MatchAnswer(graph, MatchReader.Read(graph, body.RootElement, out _)!).Write(json));
        });
        app.MapGet("/api/v1/{kind}/{id}", context => Send(context, json => EntityWriter.Detail(json, graph, graph.FindEntity((string)context.Request.RouteValues["id"]!)!.Value, typed: true)));
    }

    private Surroundings Around(int root) => Neighbourhood.Of(graph, [root], new Walk(), new Reach(2, 200, TraversalQuery.MostEdges), TraversalQuery.NewBudget());

    private IReadOnlyList<int[]> Paths(HttpContext context) => SimplePaths.Find(graph, Row(context, "from"), Row(context, "to"), 1, 6, new Walk(), TraversalQuery.NewBudget());

    private void Search(JsonBuffer json, SearchQuery question) =>
        new SearchWriter(graph, question, Ranking.Run(graph.Search(), new SearchRequest(question) { Limit = 20 }), null, [], null).Write(json);

    private int Row(HttpContext context, string name) => graph.FindEntity(context.Request.Query[name]!)!.Value;

    private static async Task Send(HttpContext context, Action<JsonBuffer> write)
    {
        using var json = new JsonBuffer();
        write(json);
        await BareHost.SendAsync(context, json.Memory);
    }
}
