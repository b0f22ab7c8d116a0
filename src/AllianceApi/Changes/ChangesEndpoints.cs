using System.Globalization;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Changes;

/// <summary>The feed by which other systems keep a copy of the graph.</summary>
internal static class ChangesEndpoints
{
    private const int MostItems = 10_000;
    private const int MostSeconds = 60;

    public static void MapChanges(this IEndpointRouteBuilder api) =>
        api.MapRead("changes", Get)
            .Describe("listChanges", "Revisions", "What changed since a revision, in the order of commits.",
                "Without gaps or repeats, for ever: who begins at 0 and applies each item ends with the graph. A revision comes as puts in the order of packs, then merges, then deletions, and a page never splits one. "
                + "`wait` holds the answer until something changes. With `Accept: text/event-stream` it goes on as server-sent events, one a change, and `Last-Event-ID` goes on where it broke off. "
                + "A revision of another graph, or one that is yet to come, is a 410 that sends to an export.", typeof(ChangesResponse))
            .Takes(_ => [Since, PageParameters.LimitOf(MostItems, 1_000), Wait])
            .WithMetadata(new EventStream())
            .ProducesProblem(Problem.Gone)
            .WithoutDates();

    private static Parameter Since { get; } = new()
    {
        Name = "since",
        Description = "The revision that is known already: `next` of the page before. 0 begins at the beginning. A revision, or `GRAPH-REVISION`, which fails where the graph is another.",
        Many = false,
        Default = "0",
        Apply = (context, values) =>
        {
            var text = values[0];
            var dash = text.LastIndexOf('-');
            if (long.TryParse(text[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && dash != 0)
                context.Query.Own<Asked>().Since = (dash > 0 ? text[..dash] : null, revision);
            else
                context.Refuse("since", $"'since' is a revision, a whole number from 0, or 'GRAPH-REVISION', not '{(text.Length > 40 ? text[..40] : text)}'.");
        },
    };

    private static Parameter Wait { get; } = new()
    {
        Name = "wait",
        Description = $"How many seconds to wait for a change where there is none yet, 0 to {MostSeconds}.",
        Type = ParameterType.Integer,
        Many = false,
        Least = 0,
        Most = MostSeconds,
        Default = "0",
        Apply = (context, values) =>
        {
            if (int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MostSeconds)
                context.Query.Own<Asked>().Wait = seconds;
            else
                context.Refuse("wait", $"'wait' is a whole number from 0 to {MostSeconds}, not '{values[0]}'.");
        },
    };

    private static async Task<IResult> Get(HttpContext context, Query query, Snapshot graph, Head head, Archive archive)
    {
        var asked = query.Own<Asked>();
        if (EventStream.IsAskedOf(context) && context.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last])
        {
            var dash = last.LastIndexOf('-');
            if (dash <= 0 || !long.TryParse(last[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
                return Problem.InvalidHeader.With("'Last-Event-ID' is not one that this feed gave. Leave it out, and say 'since'.");
            asked.Since = (last[..dash], revision);
        }
        if ((asked.Since.Graph is { } other && other != graph.GraphId) || asked.Since.Revision > graph.Revision)
            return Problem.Gone.With($"There is no revision {asked.Since.Revision} of this graph, which is {graph.GraphId} at {graph.Revision}. Begin anew: take GET /api/v1/graph?format=ndjson, and go on since its Graph-Revision.");
        if (EventStream.IsAskedOf(context))
            return new ChangeEvents(head, archive, asked.Since.Revision);
        if (asked.Since.Revision == graph.Revision && asked.Wait > 0 && !context.Request.Query.ContainsKey("asOf"))
            graph = await MovedAsync(head, graph, asked.Wait, context);
        return new ChangePage(graph, archive, asked.Since.Revision, query.Limit);
    }

    /// <summary>The newest graph once it is newer than one, or when the time is up.</summary>
    private static async Task<Snapshot> MovedAsync(Head head, Snapshot graph, int seconds, HttpContext context)
    {
        var moved = head.Moved;
        if (head.Current!.Revision == graph.Revision)
            await Task.WhenAny(moved, Task.Delay(TimeSpan.FromSeconds(seconds), context.RequestAborted));
        context.Answer(head.Current!);
        return head.Current!;
    }

    /// <summary>What is asked of the feed.</summary>
    private sealed class Asked
    {
        public (string? Graph, long Revision) Since { get; set; }
        public int Wait { get; set; }
    }
}
