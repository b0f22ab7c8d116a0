using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AllianceApi.Graph;
using AllianceApi.Graph.Search;

namespace AllianceApi.Benchmarks;

/// <summary>Holds answers of the server against slow, plainly right ones, worked out from the generator's own records.</summary>
internal sealed partial class Proof(SyntheticGraph synthetic, HttpClient http)
{
    private const int Samples = 20;

    private readonly List<Fact> _facts = [.. synthetic.AllStatements().SelectMany(statement => statement.Asserts)];
    private readonly ILookup<string, Fact> _byEnd = synthetic.AllStatements().SelectMany(statement => statement.Asserts)
        .SelectMany(fact => new[] { (End: fact.Subject, Fact: fact), (End: fact.Target, Fact: fact) }).ToLookup(pair => pair.End, pair => pair.Fact);

    private readonly List<HashSet<string>> _words =
    [
        .. synthetic.AllEntities().Select(entity => WordsOf([entity.Name, .. entity.Aliases, entity.Summary])),
        .. synthetic.AllStatements().Select(statement => WordsOf([statement.Text])),
    ];

    /// <summary>Asks some of each sort.</summary>
    /// <exception cref="InvalidOperationException">An answer is wrong.</exception>
    public async Task CheckAsync(IReadOnlyList<Question> questions)
    {
        foreach (var question in questions.Where(question => question.Base is null))
        {
            foreach (var asked in question.Paths.Take(Samples))
            {
                using var answer = question.PostTo is { } path ? await http.PostAsync(new Uri(path, UriKind.Relative), JsonContent.Create(JsonDocument.Parse(asked))) : await http.GetAsync(new Uri(asked, UriKind.Relative));
                var json = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
                if (!IsRight(asked, question.PostTo, json))
                    throw new InvalidOperationException($"A wrong answer to {asked}");
            }
        }
    }

    private bool IsRight(string asked, string? postedTo, JsonElement answer) => asked switch
    {
        _ when postedTo is not null => IsJoin(asked, answer),
        _ when asked.Contains("/subgraph") => IsSubgraph(After(asked, "roots="), answer),
        _ when asked.Contains("/paths") => IsShortest(After(asked, "from="), After(asked, "to="), answer),
        _ when asked.Contains("/search") => IsSearch(After(asked, "q="), answer),
        _ when answer.TryGetProperty("items", out var items) => IsSorted(items),
        _ => IsEntity(answer),
    };

    private bool IsEntity(JsonElement answer) => answer.GetProperty("relations").EnumerateArray().SelectMany(group => group.GetProperty("items").EnumerateArray()).Select(Id).Order(StringComparer.Ordinal)
        .SequenceEqual(_byEnd[Id(answer)].Select(fact => fact.Id).Order(StringComparer.Ordinal));

    private static bool IsSorted(JsonElement items) => items.EnumerateArray().Select(item => Fold.Text(item.GetProperty("name").GetString()!)) is var names && names.SequenceEqual(names.Order(StringComparer.Ordinal));

    private bool IsSubgraph(string root, JsonElement answer)
    {
        var depths = new Dictionary<string, int> { [root] = 0 };
        var nodes = new List<string> { root };
        for (var i = 0; i < nodes.Count && depths[nodes[i]] < 2; i++)
        {
            foreach (var fact in _byEnd[nodes[i]].OrderBy(fact => fact.Id, StringComparer.Ordinal))
            {
                if (nodes.Count < 200 && depths.TryAdd(OtherEnd(fact, nodes[i]), depths[nodes[i]] + 1))
                    nodes.Add(OtherEnd(fact, nodes[i]));
            }
        }
        var edges = nodes.SelectMany(node => _byEnd[node]).Where(fact => depths.ContainsKey(fact.Subject) && depths.ContainsKey(fact.Target)).Select(fact => fact.Id).Distinct().Order(StringComparer.Ordinal);
        return answer.GetProperty("nodes").EnumerateArray().Select(Id).SequenceEqual(nodes) && answer.GetProperty("edges").EnumerateArray().Select(Id).SequenceEqual(edges);
    }

    private bool IsShortest(string from, string to, JsonElement answer)
    {
        var depths = new Dictionary<string, int> { [from] = 0 };
        var nodes = new Queue<string>(depths.Keys);
        while (!depths.ContainsKey(to) && nodes.TryDequeue(out var node))
        {
            foreach (var end in _byEnd[node].Select(fact => OtherEnd(fact, node)).Where(end => depths.TryAdd(end, depths[node] + 1)))
                nodes.Enqueue(end);
        }
        var path = answer.GetProperty("paths").EnumerateArray().Select(path => path.GetProperty("length").GetInt32()).FirstOrDefault(-1);
        return path == (depths.TryGetValue(to, out var depth) && depth <= 6 ? depth : -1);
    }

    /// <summary>Whether each row holds, and there are as many as there are, or as were asked for.</summary>
    private bool IsJoin(string asked, JsonElement answer)
    {
        var names = Name().Matches(asked).Select(match => match.Value).ToList();
        var rows = answer.GetProperty("rows").EnumerateArray().ToList();
        var (first, second) = (_facts.Where(fact => fact.Name == names[0]).ToLookup(fact => fact.Target), _facts.Where(fact => fact.Name == names[1]));
        var third = _facts.Where(fact => fact.Name == names[2].Replace("related", "relates")).ToLookup(fact => fact.Target);
        var all = second.SelectMany(fact => first[fact.Subject].SelectMany(before => third[fact.Target].Select(after => $"{before.Subject} {fact.Subject} {fact.Target} {after.Subject}"))).ToHashSet();
        var shown = rows.Select(row => string.Join(' ', row.EnumerateObject().Where(member => member.Name[0] == '?').Select(member => Id(member.Value)))).ToHashSet();
        return shown.IsSubsetOf(all) && shown.Count == rows.Count && rows.Count == Math.Min(50, all.Count);
    }

    /// <summary>Where nothing has the words, others were asked in their place.</summary>
    private bool IsSearch(string words, JsonElement answer)
    {
        var total = answer.TryGetProperty("didYouMean", out _) ? 0 : answer.GetProperty("total").GetInt32();
        return total == Math.Min(Matches(words), words.Contains('+') ? Ranking.MostCounted : int.MaxValue);
    }

    private int Matches(string words) => _words.Count(record => words.Split('+').All(word => record.Contains(Spelling.Normalise(word))));

    private static HashSet<string> WordsOf(IEnumerable<string> texts) => [.. texts.SelectMany(text => text.Split([' ', '.'])).Select(Spelling.Normalise)];

    private static string After(string path, string name) => path.Split(name)[1].Split('&')[0];

    private static string OtherEnd(Fact fact, string end) => fact.Subject == end ? fact.Target : fact.Subject;

    private static string Id(JsonElement record) => record.GetProperty("id").GetString()!;

    [GeneratedRegex(@"relate[sd]-by-\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
