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

    /// <summary>Whether nothing of a relation decides but its direction and whether it is denied.</summary>
    public bool IsPlain => Predicates is null && Standings is null && Modalities is null;

    /// <summary>The direction, as hubs have it.</summary>
    public byte Ways => Hub.WaysOf(Direction);

    /// <summary>Whether a relation is followed, its predicate looked at too, whatever its direction.</summary>
    public bool FollowsAll(FactRow relation) => Follows(relation) && (Predicates is null || Predicates.Contains(relation.Predicate!));

    /// <summary>The relations that lead on from an entity, in no order.</summary>
    public Steps From(Snapshot graph, int entity) => new(this, graph, entity);

    /// <summary>Finds the relations that lead from one entity to another, from that of the two which has fewer.</summary>
    public void Between(Snapshot graph, int from, int to, List<int> into)
    {
        var turned = graph.Entities[to].Relations.Length < graph.Entities[from].Relations.Length;
        var (here, there, way) = turned ? (to, from, Turned()) : (from, to, this);
        if (Hub.Of(graph, here) is { } hub)
        {
            for (var i = hub.IndexOf(there); i < hub.Count && hub.End(i) == there; i++)
            {
                if (hub.Follows(way, graph, i))
                    into.Add(hub.Relation(i));
            }
            return;
        }
        foreach (var step in way.From(graph, here))
        {
            if (step.End == there)
                into.Add(step.Relation);
        }
    }
}

/// <summary>One relation, and the entity that it leads to.</summary>
internal readonly record struct Step(int Relation, int End);

/// <summary>Walks over the relations of one entity without allocating.</summary>
internal ref struct Steps
{
    private readonly Walk _walk;
    private readonly Snapshot _graph;
    private readonly int _row;
    private readonly EntityRow _entity;
    private readonly Hub? _hub;
    private int _group = -1;
    private int _next;
    private int _end;

    public Steps(Walk walk, Snapshot graph, int entity)
    {
        (_walk, _graph, _row, _entity) = (walk, graph, entity, graph.Entities[entity]);
        // A walk along few predicates passes over whole groups, which is better still.
        _hub = walk.Predicates is null ? Hub.Of(graph, entity) : null;
    }

    public Step Current { get; private set; }

    public readonly Steps GetEnumerator() => this;

    public bool MoveNext() => _hub is not null ? NextOfHub() : NextOfGroups();

    private bool NextOfHub()
    {
        while (_next < _hub!.Count)
        {
            var index = _next++;
            if (!_hub.Follows(_walk, _graph, index))
                continue;
            Current = new Step(_hub.Relation(index), _hub.End(index));
            return true;
        }
        return false;
    }

    private bool NextOfGroups()
    {
        while (true)
        {
            while (_next < _end)
            {
                var relation = _entity.Relations[_next++];
                var fact = _graph.Facts[relation];
                if (!_walk.Follows(fact))
                    continue;
                Current = new Step(relation, fact.OtherEnd(_row));
                return true;
            }
            do
            {
                if (++_group == _entity.Groups.Length)
                    return false;
            }
            while (!_walk.Follows(_entity.Groups[_group]));
            (_next, _end) = (_entity.Groups[_group].Start, _entity.Groups[_group].Start + _entity.Groups[_group].Count);
        }
    }
}
