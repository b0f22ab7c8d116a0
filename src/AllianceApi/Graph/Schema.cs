using System.Collections.Frozen;
using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>The predicates of a snapshot, by their ids and by those of their inverses.</summary>
internal sealed class Schema
{
    private readonly FrozenDictionary<string, PredicateRow> _own;
    private readonly FrozenDictionary<string, PredicateRow> _inverse;
    private readonly FrozenSet<string> _excluding;

    public Schema(IEnumerable<PredicateRow> predicates)
    {
        Predicates = [.. predicates.OrderBy(predicate => predicate.Id, StringComparer.Ordinal)];
        _own = Predicates.ToFrozenDictionary(predicate => predicate.Id);
        _inverse = Predicates.Where(predicate => predicate.Predicate.InverseId is not null)
            .ToFrozenDictionary(predicate => predicate.Predicate.InverseId!);
        _excluding = Predicates.Where(predicate => predicate.Predicate.Excludes.Count > 0)
            .SelectMany(predicate => predicate.Predicate.Excludes.Append(predicate.Id)).ToFrozenSet();
    }

    /// <summary>All predicates by id.</summary>
    public IReadOnlyList<PredicateRow> Predicates { get; }

    public PredicateRow? Find(string id) => _own.GetValueOrDefault(id);

    /// <summary>The predicate that reads under this id from the object.</summary>
    public PredicateRow? FindInverse(string id) => _inverse.GetValueOrDefault(id);

    /// <summary>Whether a predicate excludes others, or others it.</summary>
    public bool Excludes(PredicateRow predicate) => _excluding.Contains(predicate.Id);

    /// <summary>The ways in which predicates read from an entity of this kind: under which name, of which predicate, as its subject or not.</summary>
    public IEnumerable<Reading> ReadingsOf(Kind kind)
    {
        foreach (var row in Predicates)
        {
            var predicate = row.Predicate;
            if (predicate.Domain.Contains(kind.Id) || (predicate.Symmetric && predicate.Range.Contains(kind.Id)))
                yield return new Reading(predicate.Id, predicate.Label, row, AsSubject: true);
            if (!predicate.Symmetric && predicate.Range.Contains(kind.Id))
                yield return new Reading(predicate.InverseId!, predicate.InverseLabel!, row, AsSubject: false);
        }
    }
}

/// <summary>A predicate as it reads from one of its ends.</summary>
internal sealed record Reading(string Id, string Label, PredicateRow Row, bool AsSubject);
