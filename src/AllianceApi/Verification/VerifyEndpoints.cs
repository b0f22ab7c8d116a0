using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Http;

namespace AllianceApi.Verification;

/// <summary>Says what the graph makes of claims.</summary>
internal static class VerifyEndpoints
{
    /// <summary>About half a second of looking at facts, runs and statements.</summary>
    private const int Steps = 20_000_000;

    /// <summary>Longer answers are not given: the evidence of a thousand claims is seldom a tenth of it.</summary>
    private const int MostBytes = 20_000_000;

    private const int MostSaid = 5;

    private const string Reads =
        "A read, by POST because claims have no place in an address; it takes no credentials. A triple gets a verdict with the statements on both sides; what nobody says is `unknown`, not wrong, "
        + "and what somebody holds is affirmed as a view only. A quote is laid on the passages it stands in, and each departure from them is placed. A sentence gets the nearest statements and no verdict. "
        + "Up to 1,000 claims of up to 10,000 characters; all are answered of one revision.";

    public static void MapVerification(this IEndpointRouteBuilder api) =>
        api.MapPost("verify", Verify)
            .Describe("verifyClaims", "Verification", "What the graph says to triples, quotes and sentences.", Reads, typeof(VerifyResponse))
            .TakesBody<VerifyRequest>(VerifyExamples.Of)
            .ProducesProblem(Problem.InvalidParameter, Problem.NotAcceptable, Problem.TooCostly, Problem.NotReady)
            .InTime(at: true);

    private static async Task<IResult> Verify(HttpContext context, Snapshot graph, FindGone gone)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        if (body is null)
            return problem!;
        using (body)
        {
            if (ClaimsReader.Read(graph, body.RootElement, out var errors, gone) is not { } claims)
                return Wrong(errors);
            var json = new JsonBuffer();
            context.Response.RegisterForDispose(json);
            return Write(graph, claims, json) ?? (IResult)new PostedAnswer(json);
        }
    }

    private static ProblemResult Wrong(IReadOnlyList<ProblemError> errors)
    {
        var said = string.Join(' ', errors.Take(MostSaid).Select(error => $"{error.Pointer}: {error.Message}"));
        return Problem.InvalidBody.With(errors.Count <= MostSaid ? said : string.Create(CultureInfo.InvariantCulture, $"{said} And {errors.Count - MostSaid:N0} more."), errors);
    }

    /// <returns>What took too much, if anything; else null, and the answer is written.</returns>
    private static ProblemResult? Write(Snapshot graph, IReadOnlyList<ReadClaim> claims, JsonBuffer json)
    {
        var budget = new Budget(Steps, TimeSpan.FromSeconds(0.8));
        var writer = new ClaimWriter(graph, json, budget);
        json.Raw("{\"claims\":["u8);
        for (var i = 0; i < claims.Count; i++)
        {
            if (i > 0)
                json.Raw(","u8);
            writer.Write(claims[i]);
            if (!budget.Take(1) || json.Length > MostBytes)
                return TooMuch(i, claims.Count);
        }
        json.Raw("]}"u8);
        return null;
    }

    private static ProblemResult TooMuch(int at, int count) => Problem.TooCostly.With(
        string.Create(CultureInfo.InvariantCulture, $"The work that one request may make was used up at claim {at + 1:N0} of {count:N0}."),
        new ProblemError { Pointer = string.Create(CultureInfo.InvariantCulture, $"/claims/{at}"), Message = "Send fewer claims at a time, or name the document of a quote." });
}
