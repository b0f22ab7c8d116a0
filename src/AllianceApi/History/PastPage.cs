using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Http;

namespace AllianceApi.History;

/// <summary>One page of what happened, the newest first; it goes on before the last revision shown.</summary>
/// <param name="items">At least one more than the page has, where there are more.</param>
internal sealed class PastPage<T>(Snapshot graph, Query query, IEnumerable<(long Revision, T Item)> items, long total) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var found = items.ToList();
        var page = found.Take(query.Limit).ToList();
        var next = found.Count > page.Count ? Cursor.Write(new Place(null, page[^1].Revision.ToString(CultureInfo.InvariantCulture)), query.Identity) : null;
        PageResult.LinkNext(httpContext, next);
        return new GraphResult(graph, 0, json => json.Record(new Shapes.Page<T> { Items = [.. page.Select(item => item.Item)], Total = (int)total, Next = next })).ExecuteAsync(httpContext);
    }
}

internal static class PastPage
{
    /// <summary>The revision before which a page begins.</summary>
    public static long Before(Query query) =>
        query.After is { } place && long.TryParse(place.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : long.MaxValue;
}
