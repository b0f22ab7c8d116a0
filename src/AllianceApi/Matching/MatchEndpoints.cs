using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Matching;

/// <summary>Finds what fits a pattern.</summary>
internal static class MatchEndpoints
{
    private const string Reads =
        "A read, by POST because a pattern has no place in an address; it takes no credentials. Terms are joined where they share variables, in the order of a planner that `explain` shows. "
        + "Denied relations stay out unless `negated` is true. A row carries the standing and modality of its weakest fact. Work is limited: a pattern that would run away is a 422 that names the term.";

    public static void MapMatching(this IEndpointRouteBuilder api) =>
        api.MapPost("graph/match", Match)
            .Describe("matchGraph", "Graph", "What fits a pattern of terms that share variables.", Reads, typeof(MatchResponse))
            .TakesBody<MatchRequest>(MatchExamples.Of)
            .ProducesProblem(Problem.InvalidParameter, Problem.NotAcceptable, Problem.TooCostly, Problem.NotReady)
            .InTime(at: true);

    private static async Task<IResult> Match(HttpContext context, Snapshot graph, FindGone gone)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        if (body is null)
            return problem!;
        using (body)
        {
            if (MatchReader.Read(graph, body.RootElement, out var errors, gone) is not { } query)
                return Problem.InvalidBody.With(string.Join(' ', errors.Select(error => $"{error.Pointer}: {error.Message}")), errors);
            var json = new JsonBuffer();
            context.Response.RegisterForDispose(json);
            return new MatchAnswer(graph, query).Write(json) ?? (IResult)new PostedAnswer(json);
        }
    }
}
