using System.Globalization;
using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Http;

/// <summary>Pages of what is numbered, the highest first: each goes on before the last number shown.</summary>
internal static class NumberedPage
{
    /// <summary>The number before which a page begins.</summary>
    public static long Before(Query query) =>
        query.After is { } place && long.TryParse(place.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    /// <param name="found">At least one more than the page has, where there are more.</param>
    public static Page<T> Of<T>(HttpContext context, Query query, IReadOnlyList<(long Number, T Item)> found, int total)
    {
        var page = found.Take(query.Limit).ToList();
        var next = found.Count > page.Count ? Cursor.Write(new Place(null, page[^1].Number.ToString(CultureInfo.InvariantCulture)), query.Identity) : null;
        PageResult.LinkNext(context, next);
        return new Page<T> { Items = [.. page.Select(item => item.Item)], Total = total, Next = next };
    }
}
