using System.Text.Json.Nodes;
using AllianceApi.Kinds;

namespace AllianceApi.Benchmarks;

/// <summary>The questions that the aims are set for, each in many wordings.</summary>
internal sealed class Questions(SyntheticGraph synthetic)
{
    private const string Bare = "http://127.0.0.1:5191";
    private const int Wordings = 2_000;
    private const int PagesPerKind = 40;

    /// <summary>So many answers are asked for again and again.</summary>
    private const int Held = 200;

    private readonly Random _random = new(7);

    public async Task<IReadOnlyList<Question>> PrepareAsync(HttpClient http)
    {
        var ids = Many(() => SyntheticGraph.IdOf(_random.Next(synthetic.Entities)));
        return
        [
            .. Both("by id, with relations and evidence", [.. ids.Select(id => $"/api/v1/{Catalogue.Find(id.Split('-')[0])!.Path}/{id}")]),
            new("an answer that the cache holds", null, [.. ids.Take(Held).Select(id => $"/api/v1/{Catalogue.Find(id.Split('-')[0])!.Path}/{id}")], Held: true),
            new("list by kind and name, first page", null, [.. Catalogue.Kinds.Select(kind => $"/api/v1/{kind.Path}")]),
            new("list by kind and name, deep page", null, await DeepPagesAsync(http)),
            .. Both("search, top 20", Many(() => $"/api/v1/search?limit=20&q={Words()}")),
            new("fixed buffer of 100 kB, about a subgraph's size", Bare, ["/fixed/large"]),
            .. Both("subgraph of two hops, 200 nodes", Many(() => $"/api/v1/graph/subgraph?depth=2&limit=200&roots={Any()}")),
            .. Both("shortest path, up to 6 hops", Many(() => $"/api/v1/graph/paths?maxHops=6&from={Any()}&to={Any()}")),
            .. Both("join of three patterns, 50 rows", Many(Join), "/api/v1/graph/match"),
        ];
    }

    /// <summary>The same, of the bare handler and through the whole pipeline.</summary>
    private static Question[] Both(string name, string[] paths, string? postTo = null) => [new($"{name}, bare handler", Bare, paths, postTo), new(name, null, paths, postTo)];

    private static string[] Many(Func<string> make) => [.. Enumerable.Range(0, Wordings).Select(_ => make())];

    /// <summary>The id of some entity.</summary>
    public string Any() => SyntheticGraph.IdOf(_random.Next(synthetic.Entities));

    /// <summary>Six in ten a rare word, three in ten two words, one in ten a common word.</summary>
    public string Words() => _random.Next(10) switch
    {
        < 6 => synthetic.WordOfRank(_random.Next(200, 20_000)),
        < 9 => $"{synthetic.WordOfRank(_random.Next(20, 2_000))}+{synthetic.WordOfRank(_random.Next(1, 200))}",
        _ => synthetic.WordOfRank(_random.Next(0, 3)),
    };

    /// <summary>A join of three terms, as it is posted.</summary>
    public string Join() => new JsonObject
    {
        ["where"] = new JsonArray(
            new JsonArray("?a", $"relates-by-{_random.Next(39)}", "?b"),
            new JsonArray("?b", $"relates-by-{_random.Next(39)}", "?c"),
            new JsonArray("?c", $"related-by-{_random.Next(39)}", "?d")),
        ["select"] = new JsonArray("?a", "?b", "?c", "?d"),
        ["limit"] = 50,
    }.ToJsonString();

    private static async Task<string[]> DeepPagesAsync(HttpClient http)
    {
        var pages = new List<string>();
        foreach (var kind in Catalogue.Kinds)
        {
            string? cursor = null;
            for (var page = 0; page < PagesPerKind; page++)
            {
                var json = JsonNode.Parse(await http.GetStringAsync(new Uri($"/api/v1/{kind.Path}?limit=200{(cursor is null ? "" : $"&cursor={cursor}")}", UriKind.Relative)))!;
                if ((cursor = (string?)json["next"]) is null)
                    break;
                pages.Add($"/api/v1/{kind.Path}?cursor={cursor}");
            }
        }
        return [.. pages.TakeLast(pages.Count / 2)];
    }
}
