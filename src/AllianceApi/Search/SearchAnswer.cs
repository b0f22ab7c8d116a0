using AllianceApi.Graph;
using AllianceApi.Graph.Search;
using AllianceApi.Http;

namespace AllianceApi.Search;

/// <summary>Runs a search; where nothing has the words as they are typed, with these put right.</summary>
internal sealed class SearchAnswer(Snapshot graph, Query query) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var asked = query.Own<SearchAsked>();
        var (question, result) = (asked.Question!, Run(asked, asked.Question!));
        string? didYouMean = null;
        if (result.Total == 0 && Misspelling.Mend(graph.Search(), question) is { } mended
            && QueryParser.Parse(mended).Query is { } right && Run(asked, right) is { Total: > 0 } found)
        {
            (question, result, didYouMean) = (right, found, mended);
        }
        var next = result.More ? Cursor.Write(SearchAsked.PlaceOf(result.Hits[^1]), query.Identity) : null;
        PageResult.LinkNext(httpContext, next);
        return new GraphResult(graph, 0, new SearchWriter(graph, question, result, next, asked.Facets, didYouMean).Write).ExecuteAsync(httpContext);
    }

    private SearchResult Run(SearchAsked asked, SearchQuery question) => Ranking.Run(graph.Search(), new SearchRequest(question)
    {
        Filter = asked.Filter,
        Limit = query.Limit,
        After = query.After is { } place ? SearchAsked.HitAt(place) : null,
        Facets = asked.Facets.Count > 0,
    });
}
