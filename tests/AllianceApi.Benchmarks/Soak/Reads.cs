using System.Diagnostics;
using System.Globalization;
using System.Net;
using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Reads of all sorts, one after the other with a pause between.</summary>
internal sealed class Reads(Server server, Times times)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Random _random = new();
    private string[] _entities = [];
    private string[] _statements = [];
    private string[] _predicates = [];
    private string[] _words = [];
    private int _failed;

    public int Failed => _failed;

    public async Task RunAsync(CancellationToken done)
    {
        await PrepareAsync();
        while (!done.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            using (var answer = await AskAsync())
            {
                await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                times.Add(clock.Elapsed);
                // A statement may be gone by now, a join too costly, and a past graph still be worked out.
                if (!answer.IsSuccessStatusCode && answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests))
                {
                    Console.WriteLine($"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}");
                    _failed++;
                }
            }
            await Task.Delay(Pause, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PrepareAsync()
    {
        var entities = (await server.ReadAsync("entities?limit=200")).GetProperty("items").EnumerateArray().ToList();
        _entities = [.. entities.Select(entity => entity.GetProperty("id").GetString()!)];
        _words = [.. entities.SelectMany(entity => entity.GetProperty("name").GetString()!.Split(' ')).Where(word => word.Length > 3 && word.All(char.IsAsciiLetter)).Distinct(StringComparer.Ordinal)];
        _statements = await IdsAsync("statements?limit=200");
        _predicates = await IdsAsync("schema/predicates");
    }

    private async Task<string[]> IdsAsync(string path) => [.. (await server.ReadAsync(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private async Task<HttpResponseMessage> AskAsync() => _random.Next(400) switch
    {
        < 80 => await GetAsync($"entities/{Any(_entities)}"),
        < 120 => await GetAsync($"statements/{Any(_statements)}"),
        < 160 => await GetAsync($"entities?limit=50&q={Any(_words)}"),
        < 200 => await GetAsync("statements?limit=50"),
        < 250 => await GetAsync($"search?q={Any(_words)}"),
        < 270 => await GetAsync($"suggest?q={Any(_words)[..3]}"),
        < 310 => await GetAsync($"graph/subgraph?roots={Any(_entities)}&depth=2&limit=200"),
        < 340 => await GetAsync($"graph/paths?from={Any(_entities)}&to={Any(_entities)}"),
        < 370 => await server.SendAsync(HttpMethod.Post, "graph/match", $$"""{ "where": [["?a", "{{Any(_predicates)}}", "?b"], ["?b", "{{Any(_predicates)}}", "?c"]], "limit": 50 }"""),
        < 385 => await GetAsync($"entities/{Any(_entities)}?asOf={await PastAsync()}"),
        < 398 => await GetAsync($"changes?limit=100&since={await PastAsync()}"),
        _ => await GetAsync("graph?format=turtle"),
    };

    private Task<HttpResponseMessage> GetAsync(string path) => server.SendAsync(HttpMethod.Get, path);

    private async Task<string> PastAsync() => _random.NextInt64(1, 1 + await Audience.HeadAsync(server)).ToString(CultureInfo.InvariantCulture);

    private string Any(string[] of) => of[_random.Next(of.Length)];
}
