using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.Search;

/// <summary>Full text over entities and statements, and the completion of names.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        api.MapRead("search", (Query query, Snapshot graph) => new SearchAnswer(graph, query))
            .Describe("searchGraph", "Search", "Entities and statements with these words, the best first.",
                "Looks into names, aliases and summaries of entities, and into texts and qualifiers of statements; ranked as BM25 ranks. "
                + "`highlights` say where. What is misspelt and finds nothing is put right, and `didYouMean` says so.", typeof(SearchResponse))
            .Takes(_ => SearchParameters.All);

        api.MapRead("suggest", (Query query, Snapshot graph) => Suggest(graph, query))
            .Describe("suggestNames", "Search", "Entities whose name or alias begins so, for a search box.",
                "In the order in which people mean them: the name itself, names that begin so, aliases, words within; in each what more statements mention.", typeof(SuggestResponse))
            .Takes(_ => SearchParameters.OfSuggest);
    }

    private static GraphResult Suggest(Snapshot graph, Query query)
    {
        var asked = query.Own<SuggestAsked>();
        return GraphResult.Of(graph, 0, () => new SuggestResponse { Items = [.. Suggestions.Of(graph, asked.Typed, query.Limit, asked.Kinds)] });
    }
}
