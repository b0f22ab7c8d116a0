using System.Text.Json.Nodes;
using AllianceApi.Kinds;

namespace AllianceApi.Benchmarks;

/// <summary>The questions that the aims are set for, each in many wordings.</summary>
internal sealed class Questions(SyntheticGraph synthetic)
{
    private const string Bare = "http://127.0.0.1:5191";
    private const int Wordings = 2_000;
    private const int PagesPerKind = 40;

    private readonly Random _random = new(7);

    public async Task<IReadOnlyList<Question>> PrepareAsync(HttpClient http)
    {
        var ids = Many(() => SyntheticGraph.IdOf(_random.Next(synthetic.Entities)));
        return
        [
            new("by id, bare handler", Bare, [.. ids.Select(id => $"/entities/{id}")]),
            new("by id, with relations and evidence", null, [.. ids.Select(id => $"/api/v1/{Catalogue.Find(id.Split('-')[0])!.Path}/{id}")]),
            new("list by kind and name, first page", null, [.. Catalogue.Kinds.Select(kind => $"/api/v1/{kind.Path}")]),
            new("list by kind and name, deep page", null, await DeepPagesAsync(http)),
            new("search, top 20", null, Many(() => $"/api/v1/search?limit=20&q={Words()}")),
            new("subgraph of two hops, 200 nodes", null, Many(() => $"/api/v1/graph/subgraph?depth=2&limit=200&roots={Any()}")),
            new("shortest path, up to 6 hops", null, Many(() => $"/api/v1/graph/paths?maxHops=6&from={Any()}&to={Any()}")),
            new("join of three patterns, 50 rows", null, Many(Join), "/api/v1/graph/match"),
        ];
    }

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
