namespace AllianceApi.Graph.Search;

/// <summary>What of a record is searched, which also is where a highlight lies.</summary>
internal enum SearchField
{
    Name,
    Aliases,
    Summary,
    Text,
    Qualifier,
}

/// <summary>An entity or a statement as search knows it.</summary>
internal sealed record SearchRecord
{
    public required bool IsStatement { get; init; }

    public required string Id { get; init; }

    /// <summary>The kind of an entity, the standing of a statement.</summary>
    public required string Group { get; init; }

    /// <summary>Where a statement's passages stand; null for an entity.</summary>
    public SearchPlace? Place { get; init; }

    /// <summary>The texts in their order: an entity's name, aliases and summary, a statement's text and qualifier.</summary>
    public required IReadOnlyList<(SearchField Field, string Text)> Texts { get; init; }

    /// <summary>Entities before statements, in each by id: the order in which equal scores come.</summary>
    public static int Compare(bool isStatement, string id, bool otherIsStatement, string otherId) =>
        isStatement == otherIsStatement ? string.CompareOrdinal(id, otherId) : isStatement ? 1 : -1;
}

/// <summary>The document that a statement is from, and the sections that its passages stand in, those above them included, as <c>document/section</c>.</summary>
internal sealed record SearchPlace(string Document, IReadOnlyList<string> Sections)
{
    public bool Equals(SearchPlace? other) => other is not null && Document == other.Document && Sections.SequenceEqual(other.Sections);

    public override int GetHashCode() => HashCode.Combine(Document, Sections.Count, Sections.Count > 0 ? Sections[0] : null);
}
