using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Curation;

/// <summary>A write as it was sent: who, how, and the body.</summary>
internal sealed record WriteRequest(HttpContext Context, WriteOptions Options, JsonElement Body, FindGone Gone)
{
    private const string MergePatch = "application/merge-patch+json";

    /// <summary>Reads a write and carries it out.</summary>
    public static async Task<IResult> RunAsync(HttpContext context, int most, Func<WriteRequest, Snapshot, Plan> plan)
    {
        if (WrongType(context) is { } wrong)
            return wrong;
        var (bytes, problem) = await JsonBody.BytesAsync(context, most);
        if (problem is not null || (problem = WriteOptions.Read(context, bytes, out var options)) is not null)
            return problem;
        var (body, unreadable) = HasBody(context.Request) ? JsonBody.Parse(bytes) : (null, null);
        using (body)
        {
            if (unreadable is not null)
                return unreadable;
            if (body is not null && body.RootElement.ValueKind != JsonValueKind.Object)
                return Problem.InvalidBody.With("The body is a JSON object.", new ProblemError { Pointer = "", Message = $"The body is a JSON object, not {body.RootElement.ValueKind}." });
            var request = new WriteRequest(context, options, body?.RootElement ?? default, context.RequestServices.GetRequiredService<FindGone>());
            return await context.RequestServices.GetRequiredService<Writing>().RunAsync(context, options, graph => plan(request, graph));
        }
    }

    /// <summary>Refuses what was made from another version of a record than the one that is there.</summary>
    public ProblemResult? Precondition(Snapshot graph, string what, long revision, string path) =>
        IfMatch.Check(Context.Request, what, revision, EntityTag.Of(Context, graph, revision, "application/json; charset=utf-8", path));

    /// <summary>Works out what follows from a change, and plans it unless something stands in the way.</summary>
    public Plan Settle(Change change, string note, Func<Snapshot, ChangeSet, Shown> show)
    {
        var blockers = new Consequences(change, Options.Cascade).Settle();
        return blockers.Count == 0 ? Plan.Of(change, note, show) : Blocked(blockers);
    }

    /// <summary>Refuses a change that does not fit, naming what stands in the way.</summary>
    public static ProblemResult Blocked(IReadOnlyList<string> blockers)
    {
        const int Named = 20;
        var more = blockers.Count > Named ? $" And {blockers.Count - Named} more." : "";
        return Problem.Conflict.With($"{blockers[0]}{(blockers.Count > 1 ? $" {blockers.Count - 1} more things stand in the way." : "")} Mend them first, or send cascade=true where it takes them along.{more}",
            [.. blockers.Take(Named).Select(blocker => new ProblemError { Message = blocker })]);
    }

    public static ProblemResult Invalid(IReadOnlyList<ProblemError> errors) =>
        Problem.InvalidBody.With(string.Join(' ', errors.Take(5).Select(error => error.Message)), errors);

    private static bool HasBody(HttpRequest request) => !HttpMethods.IsDelete(request.Method) && !request.Path.Value!.EndsWith("/revert", StringComparison.Ordinal);

    private static ProblemResult? WrongType(HttpContext context)
    {
        var request = context.Request;
        if (!HasBody(request))
            return null;
        var expected = HttpMethods.IsPatch(request.Method) ? MergePatch : "application/json";
        if (Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(expected, StringComparison.OrdinalIgnoreCase))
            return null;
        if (HttpMethods.IsPatch(request.Method))
            context.Response.Headers["Accept-Patch"] = MergePatch;
        return Problem.UnsupportedMediaType.With($"Send 'Content-Type: {expected}'{(expected == MergePatch ? ": a patch is a JSON Merge Patch (RFC 7396)" : "")}.");
    }
}
