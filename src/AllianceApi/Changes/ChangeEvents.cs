using System.Globalization;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Changes;

/// <summary>
/// The feed as server-sent events, until the client hangs up or the server stops. Each connection reads for itself, as fast as its client takes it:
/// a slow one holds up nobody.
/// </summary>
internal sealed class ChangeEvents(Head head, Archive archive, long since) : IResult
{
    /// <summary>So often at least something is sent, so that proxies do not take the connection for dead.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        AnswerCache.Forgo(httpContext);
        response.Headers.CacheControl = "no-store";
        response.ContentType = $"{EventStream.MediaType}; charset=utf-8";
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        var stopping = httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var output = new Utf8Output(response.BodyWriter, ended.Token);
        try
        {
            await FollowAsync(output, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Nobody is there any more to be told anything.
        }
    }

    private async Task FollowAsync(Utf8Output output, CancellationToken ended)
    {
        var revision = since;
        output.Write(": follows\n\n");
        await output.FlushedAsync();
        while (true)
        {
            var moved = head.Moved;
            revision = await SendAsync(output, head.Current!, revision);
            await output.FlushedAsync();
            while (!moved.IsCompleted)
            {
                if (await Task.WhenAny(moved, Task.Delay(Heartbeat, ended)) == moved)
                    break;
                ended.ThrowIfCancellationRequested();
                output.Write(": still here\n\n");
                await output.FlushedAsync();
            }
        }
    }

    private async Task<long> SendAsync(Utf8Output output, Snapshot graph, long revision)
    {
        var changes = new ChangesOf(graph, archive);
        while (revision < graph.Revision)
        {
            var made = archive.Revisions([++revision])[revision];
            var all = changes.In(revision).ToList();
            for (var i = 0; i < all.Count; i++)
            {
                // Only whole revisions are places to go on from.
                if (i == all.Count - 1)
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"id: {graph.GraphId}-{revision}\n"));
                output.Write("event: change\ndata: ");
                ChangeWriter.Write(output, made, all[i]);
                output.Write("\n\n");
                await output.SendAsync();
            }
        }
        return revision;
    }
}
