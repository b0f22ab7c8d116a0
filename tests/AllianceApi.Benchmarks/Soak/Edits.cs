using System.Diagnostics;
using System.Net;
using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Writes of all sorts, so many a second: statements are made, changed and deleted again, so that the graph stays about as large as it was.</summary>
internal sealed class Edits(Server server, Audience audience, Times times, string name)
{
    private const int MostStatements = 200;
    private const double PerSecond = 5;

    private readonly Random _random = new();
    private readonly Queue<string> _made = new();
    private int _failed;

    public int Failed => _failed;

    public async Task RunAsync(CancellationToken done)
    {
        var bodies = await Bodies.OfAsync(server, name);
        while (!done.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            using (var answer = await WriteAsync(bodies))
            {
                audience.Answered(answer);
                times.Add(clock.Elapsed);
                // An import may have taken away what is to be changed.
                if (!answer.IsSuccessStatusCode && answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Conflict))
                {
                    Console.WriteLine($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
                    _failed++;
                }
            }
            var pause = TimeSpan.FromSeconds(1 / PerSecond) - clock.Elapsed;
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<HttpResponseMessage> WriteAsync(Bodies bodies) => _random.Next(10) switch
    {
        < 3 when _made.Count > 0 => await server.SendAsync(HttpMethod.Patch, $"statements/{_made.Peek()}", $$"""{ "text": "Said otherwise, {{_random.Next()}}." }"""),
        < 5 when _made.Count > 0 => await server.SendAsync(HttpMethod.Delete, $"statements/{_made.Dequeue()}"),
        _ when _made.Count >= MostStatements => await server.SendAsync(HttpMethod.Delete, $"statements/{_made.Dequeue()}"),
        9 => await server.SendAsync(HttpMethod.Post, "revisions", $$"""{ "note": "Several.", "statements": [{{Next(bodies)}}, {{Next(bodies)}}, {{Next(bodies)}}] }"""),
        _ => await server.SendAsync(HttpMethod.Post, "statements", Next(bodies)),
    };

    private string Next(Bodies bodies)
    {
        var body = bodies.Next();
        _made.Enqueue(bodies.Last);
        return body;
    }
}
