using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Packs;

/// <summary>What the graph knows already, to which a pack may refer. A pack into an empty graph needs <see cref="Nothing"/>.</summary>
internal sealed record Known
{
    public static readonly Known Nothing = new();

    /// <summary>The kind of an entity.</summary>
    public Func<string, Kind?> KindOf { get; init; } = _ => null;

    /// <summary>The ids of entities, to suggest the nearest of them.</summary>
    public IEnumerable<string> EntityIds { get; init; } = [];

    /// <summary>Names and aliases of entities: they are never borrowed.</summary>
    public IEnumerable<string> Names { get; init; } = [];

    public IReadOnlyDictionary<string, Predicate> Predicates { get; init; } = new Dictionary<string, Predicate>();

    /// <summary>A document with its passages.</summary>
    public Func<string, Document?> Document { get; init; } = _ => null;

    public IEnumerable<string> DocumentIds { get; init; } = [];

    /// <summary>The document that a statement is on. Statements on documents of the pack do not count: the pack is the whole of those.</summary>
    public Func<string, string?> DocumentOfStatement { get; init; } = _ => null;

    /// <summary>Whether a statement on a document other than these mentions the entity.</summary>
    public Func<string, IReadOnlySet<string>, bool> IsMentionedBeside { get; init; } = (_, _) => false;
}
