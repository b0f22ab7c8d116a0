using AllianceApi.Shapes;

namespace AllianceApi.Traversal;

/// <summary>The graph in figures, of one revision.</summary>
public sealed record StatsResponse
{
    /// <summary>The revision that the figures are of.</summary>
    public required long Revision { get; init; }

    /// <summary>When that revision was committed, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>How many entities there are.</summary>
    public required int Entities { get; init; }

    /// <summary>How many relations there are, denied ones included.</summary>
    public required int Relations { get; init; }

    /// <summary>How many of the relations are denied.</summary>
    public required int Denied { get; init; }

    /// <summary>How many attributes there are.</summary>
    public required int Attributes { get; init; }

    /// <summary>How many statements there are.</summary>
    public required int Statements { get; init; }

    /// <summary>How many facts are contested.</summary>
    public required int Contested { get; init; }

    /// <summary>Affirmed relations between different entities, as a share of the ordered pairs of entities: 0 where nothing is related.</summary>
    public required double Density { get; init; }

    /// <summary>Entities by kind, in the order of the catalogue.</summary>
    public required IReadOnlyList<CountOf> Kinds { get; init; }

    /// <summary>Relations by predicate, by id, denied ones included.</summary>
    public required IReadOnlyList<CountOf> Predicates { get; init; }

    /// <summary>Facts by standing.</summary>
    public required IReadOnlyList<CountOf> Standings { get; init; }

    /// <summary>Facts by modality.</summary>
    public required IReadOnlyList<CountOf> Modalities { get; init; }

    /// <summary>Whether the members below are there: of a large graph they are worked out in the background after the first request.</summary>
    public required bool Complete { get; init; }

    /// <summary>In how many affirmed relations entities are.</summary>
    public DegreeStats? Degrees { get; init; }

    /// <summary>The parts of the graph that hang together by affirmed relations, whichever way these point.</summary>
    public ComponentStats? Components { get; init; }

    /// <summary>
    /// The twenty most central entities, by PageRank over affirmed relations, which are followed either way: damping 0.85, until all scores together
    /// move by less than 1e-9, 100 rounds at most (fewer beyond 600,000 relations). The scores of all entities add up to 1.
    /// </summary>
    public IReadOnlyList<CentralEntity>? Central { get; init; }
}

/// <summary>How many there are of something.</summary>
public sealed record CountOf
{
    /// <summary>Of what: the id of a kind or predicate, a standing or a modality.</summary>
    public required string Id { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }
}

/// <summary>In how many affirmed relations entities are.</summary>
public sealed record DegreeStats
{
    /// <summary>The mean over all entities.</summary>
    public required double Mean { get; init; }

    /// <summary>Half of the entities are in no more than these.</summary>
    public required int Median { get; init; }

    /// <summary>The most that one entity is in.</summary>
    public required int Most { get; init; }

    /// <summary>How many entities have each degree, from the least; degrees that none has are left out.</summary>
    public required IReadOnlyList<DegreeCount> Distribution { get; init; }
}

/// <summary>How many entities have a degree.</summary>
public sealed record DegreeCount
{
    /// <summary>In how many relations.</summary>
    public required int Degree { get; init; }

    /// <summary>How many entities are in so many.</summary>
    public required int Entities { get; init; }
}

/// <summary>The parts of the graph that hang together.</summary>
public sealed record ComponentStats
{
    /// <summary>How many parts there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many entities the largest has.</summary>
    public required int Largest { get; init; }

    /// <summary>How many entities are related to none.</summary>
    public required int Isolated { get; init; }
}

/// <summary>An entity with its place in the graph.</summary>
public sealed record CentralEntity
{
    /// <summary>The entity.</summary>
    public required Reference Entity { get; init; }

    /// <summary>Its PageRank, as a share of 1.</summary>
    public required double Score { get; init; }

    /// <summary>In how many affirmed relations it is.</summary>
    public required int Degree { get; init; }
}
