namespace AllianceApi.Graph.Search;

/// <summary>What is asked of the index.</summary>
internal sealed record SearchRequest(SearchQuery Query)
{
    public SearchFilter Filter { get; init; } = SearchFilter.None;

    public int Limit { get; init; } = 50;

    /// <summary>Where to go on: behind this hit.</summary>
    public Hit? After { get; init; }

    /// <summary>Whether to count the results by kind, standing and place, which takes reading all of them.</summary>
    public bool Facets { get; init; }
}

/// <summary>A record found, with its score in thousandths of an idf times an impact of 255.</summary>
internal readonly record struct Hit(long Score, bool IsStatement, string Id)
{
    public const double ScoreUnit = 255_000;

    /// <summary>Whether it comes before another: by score, then entities before statements, then by id.</summary>
    public bool IsBefore(Hit other) =>
        Score != other.Score ? Score > other.Score : SearchRecord.Compare(IsStatement, Id, other.IsStatement, other.Id) < 0;
}

/// <summary>What was found: the best of it, how much there is, and of which sort.</summary>
internal sealed record SearchResult(IReadOnlyList<Hit> Hits, bool More, int Total, bool TotalIsAtLeast, FacetCounts? Facets);
