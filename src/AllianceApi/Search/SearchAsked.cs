using AllianceApi.Graph;
using AllianceApi.Graph.Search;

namespace AllianceApi.Search;

/// <summary>What the parameters of a search have come to.</summary>
internal sealed class SearchAsked
{
    public SearchQuery? Question { get; set; }

    public SearchFilter Filter { get; set; } = SearchFilter.None;

    /// <summary>What to count the hits by.</summary>
    public IReadOnlyList<string> Facets { get; set; } = [];

    /// <summary>The place of a hit in a cursor.</summary>
    public static Place PlaceOf(Hit hit) => new(FormattableString.Invariant($"{hit.Score} {hit.IsStatement}"), hit.Id);

    /// <summary>The hit at a place; behind one that cannot be read there is nothing.</summary>
    public static Hit HitAt(Place place) =>
        place.Key?.Split(' ') is [var score, var isStatement] && long.TryParse(score, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new Hit(number, isStatement == bool.TrueString, place.Id)
            : new Hit(0, true, place.Id);
}
