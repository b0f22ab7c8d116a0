using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Exports the graph now and then, and imports what it was a moment ago.</summary>
internal sealed class Reloads(Server server)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public int Done { get; private set; }

    public int Failed { get; private set; }

    public async Task RunAsync(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(Pause, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested)
                return;
            using var exported = await server.SendAsync(HttpMethod.Get, "export/pack?format=ndjson");
            using var sent = await server.SendAsync(HttpMethod.Post, "imports?overwrite=true", await exported.Content.ReadAsStringAsync(CancellationToken.None), "application/x-ndjson");
            if (await EndAsync(sent.Headers.Location) == "succeeded")
                Done++;
            else
                Failed++;
        }
    }

    private async Task<string?> EndAsync(Uri? job)
    {
        while (job is not null)
        {
            var read = await server.ReadAsync($"{job}"["/api/v1/".Length..]);
            if (read.GetProperty("status").GetString() is not ("queued" or "running"))
            {
                if (read.GetProperty("status").GetString() != "succeeded")
                    Console.WriteLine(read.GetRawText());
                return read.GetProperty("status").GetString();
            }
            await Task.Delay(100);
        }
        return null;
    }
}
