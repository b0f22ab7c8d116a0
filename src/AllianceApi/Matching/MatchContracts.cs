using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceApi.Shapes;

namespace AllianceApi.Matching;

/// <summary>A pattern to look for: terms that share variables.</summary>
/// <remarks>
/// A term is <c>[first, second, third]</c>. First: an entity's id or a variable (<c>?a</c>). Second: a predicate, its inverse, an attribute or member, <c>kind</c>,
/// <c>name</c>, or a variable over predicates and attributes; <c>^predicate</c> reads it backwards, <c>predicate+</c> follows a chain of a transitive one.
/// Third: an id, a variable, a literal, or a comparison such as <c>{ "gte": "1950" }</c> with <c>eq gte gt lte lt in startsWith</c>.
/// </remarks>
public sealed record MatchRequest
{
    /// <summary>Terms that must hold together, at least one with a variable; up to 32 terms in all.</summary>
    public required IReadOnlyList<IReadOnlyList<JsonElement>> Where { get; init; }

    /// <summary>Terms that are joined one by one, in order; each leaves its variables out where it finds nothing.</summary>
    public IReadOnlyList<IReadOnlyList<JsonElement>>? Optional { get; init; }

    /// <summary>A row goes if any of these finds a fact for it; a variable that stands only here stands for anything. Not found is not denied.</summary>
    public IReadOnlyList<IReadOnlyList<JsonElement>>? Not { get; init; }

    /// <summary>The variables to show, each from <c>where</c> or <c>optional</c>; all of them unless told.</summary>
    public IReadOnlyList<string>? Select { get; init; }

    /// <summary>Whether rows that show the same come once, with the facts of the first; <c>true</c> unless told.</summary>
    public bool? Distinct { get; init; }

    /// <summary>How many rows to show, 1 to 200; 50 unless told.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: the <c>next</c> of the page before. It belongs to the same pattern.</summary>
    public string? Cursor { get; init; }

    /// <summary>Facts of these standings count; any unless told.</summary>
    public IReadOnlyList<Standing>? Standing { get; init; }

    /// <summary>Facts of these modalities count; any unless told.</summary>
    public IReadOnlyList<Modality>? Modality { get; init; }

    /// <summary>Whether denied relations count beside the others.</summary>
    public bool? Negated { get; init; }

    /// <summary>Whether each row carries the relations and attributes that make it, with their evidence.</summary>
    public bool? Evidence { get; init; }

    /// <summary>Whether to show the plan.</summary>
    public bool? Explain { get; init; }
}

/// <summary>The rows that fit a pattern.</summary>
public sealed record MatchResponse
{
    /// <summary>The variables shown.</summary>
    public required IReadOnlyList<string> Select { get; init; }

    /// <summary>The rows in the order of the plan, the same each time for a revision and a query.</summary>
    public required IReadOnlyList<MatchRow> Rows { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }

    /// <summary>The terms in the order in which they were joined; with <c>explain</c>.</summary>
    public IReadOnlyList<PlanEntry>? Plan { get; init; }
}

/// <summary>One row: each selected variable under its own name, and the facts that make it.</summary>
public sealed record MatchRow
{
    /// <summary>The variables by their names: <c>{ id, kind, name }</c> for an entity, <c>{ value }</c> for a literal or a name. One that an optional term left out is absent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Variables { get; init; }

    /// <summary>The standing of the weakest of its facts; absent where it rests on none.</summary>
    public Standing? Standing { get; init; }

    /// <summary>The modality of the weakest of its facts; absent where it rests on none.</summary>
    public Modality? Modality { get; init; }

    /// <summary>The ids of the facts that make it, in the order of the terms as written; of a chain each relation.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>The relations among them, with <c>evidence</c>.</summary>
    public IReadOnlyList<RelationResponse>? Relations { get; init; }

    /// <summary>The attributes among them, with <c>evidence</c>.</summary>
    public IReadOnlyList<AttributeResponse>? Attributes { get; init; }
}

/// <summary>A term as it was joined.</summary>
public sealed record PlanEntry
{
    /// <summary>Where in the request it stands.</summary>
    /// <example>/where/0</example>
    public required string Pointer { get; init; }

    /// <summary>The term as it was written.</summary>
    public required IReadOnlyList<JsonElement> Term { get; init; }

    /// <summary>What it was looked up by: <c>subject</c>, <c>object</c> or <c>both</c> of its ends (an inverse is turned first), <c>all</c> where neither was known, <c>not</c> where it is only asked whether there is any.</summary>
    public required string By { get; init; }

    /// <summary>How many candidates were expected for each row of the terms before.</summary>
    public double? Estimate { get; init; }

    /// <summary>How many candidates were looked at.</summary>
    public required int Tried { get; init; }

    /// <summary>How many of them held.</summary>
    public required int Found { get; init; }
}
