using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>Answers with one page of a list, and says in a <c>Link</c> where the next is.</summary>
internal sealed class PageResult(Snapshot graph, Collection collection, Query query, Action<JsonBuffer, int> writeItem) : IResult
{
    /// <summary>
    /// About how many bytes an item takes. Rows lie anywhere in memory: asked for all of a page, the processor waits for many of them at once,
    /// where the writing would wait for one after the other.
    /// </summary>
    public Func<int, int> SizeOf { get; init; } = _ => 0;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var page = Listing.Of(graph, collection, query);
        LinkNext(httpContext, page.Next);
        return new GraphResult(graph, 0, json => Write(json, page)).ExecuteAsync(httpContext);
    }

    /// <summary>Says in a <c>Link</c> where the next page is, if there is one.</summary>
    public static void LinkNext(HttpContext context, string? cursor)
    {
        if (cursor is not null)
            context.Response.Headers.Link = $"<{NextPath(context.Request, cursor)}>; rel=\"next\"";
    }

    private void Write(JsonBuffer json, Listing page)
    {
        json.Expect(page.Rows.Sum(SizeOf));
        json.Raw("{\"items\":"u8);
        json.Array(page.Rows, row => writeItem(json, row));
        json.Raw(",\"total\":"u8);
        json.Number(page.Total);
        if (page.TotalIsAtLeast)
            json.Raw(",\"totalIsAtLeast\":true"u8);
        json.Raw(",\"next\":"u8);
        if (page.Next is null)
            json.Raw("null"u8);
        else
            json.String(page.Next);
        json.Raw("}"u8);
    }

    private static string NextPath(HttpRequest request, string cursor)
    {
        var query = request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return request.PathBase + request.Path + QueryString.Create(query).Add("cursor", cursor).ToUriComponent();
    }
}
