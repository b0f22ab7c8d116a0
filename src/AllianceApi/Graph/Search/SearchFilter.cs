namespace AllianceApi.Graph.Search;

/// <summary>Which records may be found; null where it does not matter. Standing, document and section leave statements only, a kind entities.</summary>
internal sealed record SearchFilter
{
    public static readonly SearchFilter None = new();

    /// <summary>Whether statements only, or entities only.</summary>
    public bool? Statements { get; init; }

    public IReadOnlyCollection<string>? Kinds { get; init; }

    public IReadOnlyCollection<string>? Standings { get; init; }

    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>As <c>document/section</c>.</summary>
    public IReadOnlyCollection<string>? Sections { get; init; }

    private bool Entities => Statements != true && Standings is null && Documents is null && Sections is null;

    /// <summary>This filter for the records of one segment.</summary>
    public SegmentFilter For(Segment segment)
    {
        var statements = Statements != false && Kinds is null;
        // A kind and a standing never share a name, so that one table serves both.
        bool[] groups = [.. segment.GroupNames.Select(group => (Kinds?.Contains(group) ?? true) && (Standings?.Contains(group) ?? true))];
        var places = Documents is null && Sections is null ? null : segment.Places.Select(IsIn).ToArray();
        return new SegmentFilter(segment, Entities, statements, Kinds is null && Standings is null ? null : groups, places);
    }

    private bool IsIn(SearchPlace place) => (Documents?.Contains(place.Document) ?? true) && (Sections is null || place.Sections.Any(Sections.Contains));
}

/// <summary>A filter, as numbers of one segment.</summary>
internal readonly struct SegmentFilter(Segment segment, bool entities, bool statements, bool[]? groups, bool[]? places)
{
    /// <summary>Whether every record passes.</summary>
    public bool IsNone => entities && statements && groups is null && places is null;

    public bool IsEmpty => !entities && !statements;

    public bool Passes(int record)
    {
        if (groups is not null && !groups[segment.Groups[record]])
            return false;
        return segment.IsStatement(record) ? statements && (places is null || places[segment.PlaceOf[record - segment.Entities]]) : entities;
    }
}
