using AllianceApi.Graph.Search;
using CsCheck;

namespace AllianceApi.Tests.Graph.Search;

/// <summary>Records and questions out of few words, so that they meet often.</summary>
internal static class RandomRecords
{
    private static readonly string[] Words =
    [
        "nuclear", "umbrella", "Umbrellas", "defence", "Defense", "F-35", "F35", "cost-sharing", "cost", "sharing", "costsharing", "U.S.", "US", "U.S.-led",
        "Korea’s", "korea", "the", "the", "the", "deterrence", "deterrents", "détente", "de\u0301tente", "e.g.", "allies'", "28,500", "28500", "state-of-the-art", "35", "f",
    ];

    private static readonly string[] Kinds = ["treaty", "actor"];
    private static readonly string[] Standings = ["stated", "attributed"];

    private static readonly SearchPlace[] Places =
        [new("d", ["d/one"]), new("d", ["d/one", "d/two"]), new("e", ["e/one"])];

    private static readonly Gen<string> Text = Gen.OneOf(Words).Array[1, 8].Select(Gen.OneOf(" ", ", ", "—"), (words, between) => string.Join(between, words));

    public static readonly Gen<SearchRecord> One =
        from isStatement in Gen.Bool
        from id in Gen.Int[0, 25]
        from name in Text
        from aliases in Text.Array[0, 2]
        from rest in Text
        from kind in Gen.OneOf(Kinds)
        from standing in Gen.OneOf(Standings)
        from place in Gen.OneOf(Places)
        select isStatement
            ? new SearchRecord { IsStatement = true, Id = $"s{id}", Group = standing, Place = place, Texts = [(SearchField.Text, name), (SearchField.Qualifier, rest)] }
            : new SearchRecord
            {
                IsStatement = false, Id = $"e{id}", Group = kind,
                Texts = [(SearchField.Name, name), .. aliases.Select(alias => (SearchField.Aliases, alias)), (SearchField.Summary, rest)],
            };

    public static readonly Gen<SearchRecord[]> Many = One.Array[1, 40].Select(records => records.DistinctBy(record => record.Id).ToArray());

    private static readonly Gen<SearchFilter> Filters = Gen.OneOf(
        Gen.Const(SearchFilter.None),
        Gen.Const(SearchFilter.None),
        Gen.Bool.Select(statements => new SearchFilter { Statements = statements }),
        Gen.OneOf(Kinds).Select(kind => new SearchFilter { Kinds = [kind] }),
        Gen.OneOf(Standings).Select(standing => new SearchFilter { Standings = [standing] }),
        Gen.Const(new SearchFilter { Documents = ["d"], Standings = ["stated"] }),
        Gen.Const(new SearchFilter { Sections = ["d/two", "e/one"] }));

    private static readonly Gen<string> Part = Gen.OneOf(
        Gen.OneOf(Words),
        Gen.OneOf(Words).Array[1, 3].Select(words => $"\"{string.Join(' ', words)}\""),
        Gen.OneOf("de*", "det*", "u*", "cost-shar*", "f*", "28*"));

    public static readonly Gen<SearchRequest> Requests =
        from wanted in Part.Array[1, 3]
        from unwanted in Part.Array[0, 1]
        from filter in Filters
        from limit in Gen.Int[1, 12]
        from facets in Gen.Bool
        select new SearchRequest(QueryParser.Parse(string.Join(' ', wanted.Concat(unwanted.Select(part => $"-{part}")))).Query!) { Filter = filter, Limit = limit, Facets = facets };
}
