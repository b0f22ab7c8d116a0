using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Changes;

/// <summary>The changes of whole revisions, as many as a page has room for; written while they are sent.</summary>
internal sealed class ChangePage(Snapshot graph, Archive archive, long since, int limit) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        AnswerCache.Forgo(httpContext);
        response.Headers.CacheControl = "no-cache";
        response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        // Asked for at once, and before the answer begins: the store may fail. Each revision changed something, so there are no more on a page than it has items.
        var count = (int)Math.Min(limit, graph.Revision - since);
        var made = archive.Revisions(before: since + count + 1, count);
        var output = new Utf8Output(response.BodyWriter, httpContext.RequestAborted);
        try
        {
            output.Write($"{{\"graph\":\"{graph.GraphId}\",\"items\":[");
            var next = await WriteAsync(output, made);
            output.Write(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"],\"next\":{next}}}"));
            await output.FlushedAsync();
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be told anything.
        }
    }

    /// <param name="made">The revisions that there is room for, the newest first.</param>
    private async Task<long> WriteAsync(Utf8Output output, IReadOnlyList<Revision> made)
    {
        var (changes, written, last) = (new ChangesOf(graph, archive), 0, since);
        foreach (var revision in made.Reverse().TakeWhile(_ => written < limit))
        {
            last = revision.Number;
            foreach (var change in changes.In(last))
            {
                output.Write(written++ == 0 ? "" : ",\n");
                ChangeWriter.Write(output, revision, change);
                await output.SendAsync();
            }
        }
        return last;
    }
}
