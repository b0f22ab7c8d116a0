using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Graph.Algorithms;

/// <summary>Which relations a traversal follows, and through which entities.</summary>
internal sealed record Walk
{
    /// <summary>Null for every predicate.</summary>
    public IReadOnlyCollection<PredicateRow>? Predicates { get; init; }

    /// <summary>Of which kinds an entity may be that is neither where the walk begins nor where it ends; null for any.</summary>
    public IReadOnlyCollection<Kind>? Kinds { get; init; }

    /// <summary>Null for either.</summary>
    public IReadOnlyCollection<Standing>? Standings { get; init; }

    /// <summary>Null for any.</summary>
    public IReadOnlyCollection<Modality>? Modalities { get; init; }

    /// <summary>From subject to object, from object to subject, or either way. A symmetric relation is followed both ways.</summary>
    public GroupDirection Direction { get; init; } = GroupDirection.Both;

    /// <summary>Whether denied relations count beside the others.</summary>
    public bool Denied { get; init; }

    /// <summary>The same relations, followed the other way.</summary>
    public Walk Turned() => this with
    {
        Direction = Direction switch
        {
            GroupDirection.Out => GroupDirection.In,
            GroupDirection.In => GroupDirection.Out,
            _ => GroupDirection.Both,
        },
    };

    /// <summary>The same relations, whatever the direction.</summary>
    public Walk EitherWay() => this with { Direction = GroupDirection.Both };

    public bool Follows(Group group) =>
        (Direction == GroupDirection.Both || group.Direction == GroupDirection.Both || group.Direction == Direction)
        && (Predicates is null || Predicates.Contains(group.Predicate));

    public bool Follows(FactRow relation) =>
        (Denied || !relation.Negated)
        && (Standings is null || Standings.Contains(relation.Strength.Standing))
        && (Modalities is null || Modalities.Contains(relation.Strength.Modality));

    public bool Enters(EntityRow entity) => Kinds is null || Kinds.Contains(entity.Kind);

    /// <summary>The relations that lead on from an entity, in the order of its groups.</summary>
    public Steps From(Snapshot graph, int entity) => new(this, graph, entity);
}

/// <summary>One relation, and the entity that it leads to.</summary>
internal readonly record struct Step(int Relation, FactRow Fact, int End);

/// <summary>Walks over the relations of one entity without allocating.</summary>
internal ref struct Steps(Walk walk, Snapshot graph, int entity)
{
    private readonly EntityRow _entity = graph.Entities[entity];
    private int _group = -1;
    private int _next;
    private int _end;

    public Step Current { get; private set; }

    public readonly Steps GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            while (_next < _end)
            {
                var relation = _entity.Relations[_next++];
                var fact = graph.Facts[relation];
                if (!walk.Follows(fact))
                    continue;
                Current = new Step(relation, fact, fact.OtherEnd(entity));
                return true;
            }
            do
            {
                if (++_group == _entity.Groups.Length)
                    return false;
            }
            while (!walk.Follows(_entity.Groups[_group]));
            (_next, _end) = (_entity.Groups[_group].Start, _entity.Groups[_group].Start + _entity.Groups[_group].Count);
        }
    }
}
