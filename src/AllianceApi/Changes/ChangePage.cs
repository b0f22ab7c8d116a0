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
        // What the store has to say of the first revision is known before the answer begins: it may fail.
        if (since < graph.Revision)
            _ = archive.Revisions([since + 1]);
        var output = new Utf8Output(response.BodyWriter, httpContext.RequestAborted);
        try
        {
            output.Write($"{{\"graph\":\"{graph.GraphId}\",\"items\":[");
            var next = await WriteAsync(output);
            output.Write(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"],\"next\":{next}}}"));
            await output.FlushedAsync();
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be told anything.
        }
    }

    private async Task<long> WriteAsync(Utf8Output output)
    {
        var (changes, written, revision) = (new ChangesOf(graph, archive), 0, since);
        while (revision < graph.Revision && written < limit)
        {
            var made = archive.Revisions([++revision])[revision];
            foreach (var change in changes.In(revision))
            {
                output.Write(written++ == 0 ? "" : ",\n");
                ChangeWriter.Write(output, made, change);
                await output.SendAsync();
            }
        }
        return revision;
    }
}
