using System.Text.Json.Serialization;

namespace AllianceApi.Search;

/// <summary>What a search found, the best first.</summary>
public sealed record SearchResponse
{
    /// <summary>The hits of this page: by score, then entities before statements, then by id.</summary>
    public required IReadOnlyList<SearchItem> Items { get; init; }

    /// <summary>How many hits there are in all; beyond 10,000 they are counted only where the index knows their number.</summary>
    public required int Total { get; init; }

    /// <summary>There, and true, where <c>total</c> is only a lower bound: more was found than was counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TotalIsAtLeast { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }

    /// <summary>How the hits divide, by what <c>facets</c> asks for; without members where it asks for nothing.</summary>
    public required SearchFacets Facets { get; init; }

    /// <summary>The query with its misspelt words put right, where it found nothing as it stands: the answer is the one to this.</summary>
    /// <example>deterrence</example>
    public string? DidYouMean { get; init; }
}

/// <summary>An entity or a statement that a search found.</summary>
public sealed record SearchItem
{
    /// <summary>Whether it is an entity or a statement.</summary>
    public required SearchItemType Type { get; init; }

    /// <summary>The public, permanent id of the entity or statement.</summary>
    /// <example>nuclear-umbrella</example>
    public required string Id { get; init; }

    /// <summary>The kind of an entity.</summary>
    /// <example>concept</example>
    public string? Kind { get; init; }

    /// <summary>The name of an entity.</summary>
    /// <example>Nuclear umbrella</example>
    public string? Name { get; init; }

    /// <summary>The text of a statement.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// How well it answers: the rarer a word is, the shorter the text it stands in, and the more it is a name, the more. It compares the hits of one query only.
    /// </summary>
    /// <example>7.6521</example>
    public required double Score { get; init; }

    /// <summary>Where it has what was asked for, at most 20 places.</summary>
    public required IReadOnlyList<SearchHighlight> Highlights { get; init; }
}

/// <summary>What a hit is.</summary>
public enum SearchItemType
{
    /// <summary>An entity of any kind.</summary>
    Entity,

    /// <summary>A statement.</summary>
    Statement,
}

/// <summary>A place in a text of a hit that has what was asked for.</summary>
public sealed record SearchHighlight
{
    /// <summary>The member whose text it is: <c>name</c>, <c>aliases</c>, <c>summary</c>, <c>text</c> or <c>qualifier</c>.</summary>
    /// <example>name</example>
    public required string Field { get; init; }

    /// <summary>The text in which <c>start</c> counts; left out for <c>name</c> and <c>text</c>, which the hit shows.</summary>
    public string? Value { get; init; }

    /// <summary>Its first code point, counted from 0.</summary>
    /// <example>0</example>
    public required int Start { get; init; }

    /// <summary>How many code points it has.</summary>
    /// <example>7</example>
    public required int Length { get; init; }
}

/// <summary>How the hits divide. Each value can be given to the filter of the same name.</summary>
public sealed record SearchFacets
{
    /// <summary>Entities by kind, the most frequent first.</summary>
    public IReadOnlyList<FacetValue>? Kind { get; init; }

    /// <summary>Statements by standing.</summary>
    public IReadOnlyList<FacetValue>? Standing { get; init; }

    /// <summary>Statements by document.</summary>
    public IReadOnlyList<FacetValue>? Document { get; init; }

    /// <summary>Statements by section, as <c>document/section</c>; those of its sub-sections count with it.</summary>
    public IReadOnlyList<FacetValue>? Section { get; init; }
}

/// <summary>How many hits have a value.</summary>
public sealed record FacetValue
{
    /// <summary>The value.</summary>
    /// <example>treaty</example>
    public required string Value { get; init; }

    /// <summary>How many hits have it, counted out.</summary>
    public required int Count { get; init; }
}

/// <summary>The entities that may be meant by what was typed so far, the likeliest first.</summary>
public sealed record SuggestResponse
{
    /// <summary>Those whose name it is, then names that begin so, then aliases, then names and aliases with a word that does; in each by how many statements mention them.</summary>
    public required IReadOnlyList<Suggestion> Items { get; init; }
}

/// <summary>An entity that may be meant.</summary>
public sealed record Suggestion
{
    /// <summary>The entity's public, permanent id.</summary>
    /// <example>mutual-defense-treaty</example>
    public required string Id { get; init; }

    /// <summary>The id of its kind.</summary>
    /// <example>treaty</example>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Mutual Defense Treaty</example>
    public required string Name { get; init; }

    /// <summary>The name or alias that what was typed begins, or a word of.</summary>
    /// <example>Mutual Defense Treaty</example>
    public required string Matched { get; init; }
}
