using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AllianceApi.Benchmarks.Writes;

namespace AllianceApi.Benchmarks.Soak;

/// <summary>Reads of all sorts, one after the other with a pause between.</summary>
/// <param name="newest">The newest revision that is known of.</param>
/// <param name="sorts">Takes up how long each sort took, beside all together.</param>
internal sealed class Reads(Server server, Times times, ConcurrentDictionary<string, Times> sorts, Func<long> newest)
{
    private const int Recent = 200;
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
            var (sort, path, body) = Next();
            using (var answer = await server.SendAsync(body is null ? HttpMethod.Get : HttpMethod.Post, path, body))
            {
                await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                times.Add(clock.Elapsed);
                sorts.GetOrAdd(sort, _ => new Times()).Add(clock.Elapsed);
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

    private (string Sort, string Path, string? Body) Next() => _random.Next(400) switch
    {
        < 80 => ("entity", $"entities/{Any(_entities)}", null),
        < 120 => ("statement", $"statements/{Any(_statements)}", null),
        < 160 => ("list by words", $"entities?limit=50&q={Any(_words)}", null),
        < 200 => ("list of statements", "statements?limit=50", null),
        < 250 => ("search", $"search?q={Any(_words)}", null),
        < 270 => ("suggestions", $"suggest?q={Any(_words)[..3]}", null),
        < 310 => ("subgraph", $"graph/subgraph?roots={Any(_entities)}&depth=2&limit=200", null),
        < 340 => ("paths", $"graph/paths?from={Any(_entities)}&to={Any(_entities)}", null),
        < 370 => ("join", "graph/match", $$"""{ "where": [["?a", "{{Any(_predicates)}}", "?b"], ["?b", "{{Any(_predicates)}}", "?c"]], "limit": 50 }"""),
        < 385 => ("entity as it was", $"entities/{Any(_entities)}?asOf={Past()}", null),
        < 398 => ("page of the feed", $"changes?limit=100&since={Past()}", null),
        _ => ("export", "graph?format=turtle", null),
    };

    /// <summary>Not long ago, as the same work is to cost the same for hours: a graph of the past is the newest with all later changes undone.</summary>
    private string Past() => Math.Max(1, newest() - _random.Next(Recent)).ToString(CultureInfo.InvariantCulture);

    private string Any(string[] of) => of[_random.Next(of.Length)];
}
