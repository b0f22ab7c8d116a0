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

    public bool Follows(in FactRow relation) =>
        (Denied || !relation.Negated)
        && (Standings is null || Standings.Contains(relation.Strength.Standing))
        && (Modalities is null || Modalities.Contains(relation.Strength.Modality));

    public bool Enters(EntityRow entity) => Kinds is null || Kinds.Contains(entity.Kind);

    /// <summary>Whether it follows a relation of an entity that stands in a group which it follows. The fact is touched only where the walk asks for more than its ends.</summary>
    public bool Follows(Snapshot graph, EntityRow entity, int place) =>
        (Denied || entity.Ends[place] >= 0) && ((Standings ?? (object?)Modalities) is null || Follows(graph.Facts[entity.Relations[place]]));

    /// <summary>The relations that lead on from an entity, in no order.</summary>
    public Steps From(Snapshot graph, int entity) => new(this, graph, graph.Entities[entity]);

    /// <summary>Finds the relations that lead from one entity to another, from that of the two which has fewer.</summary>
    public void Between(Snapshot graph, int from, int to, List<int> into)
    {
        var turned = graph.Entities[to].Relations.Length < graph.Entities[from].Relations.Length;
        var (here, there, way) = turned ? (graph.Entities[to], from, Turned()) : (graph.Entities[from], to, this);
        if (Hub.IsQuicker(here.Relations.Length, 1))
        {
            foreach (var place in Hub.Of(here).To(there))
            {
                if (way.FollowsAt(graph, here, place))
                    into.Add(here.Relations[place]);
            }
            return;
        }
        foreach (var step in new Steps(way, graph, here))
        {
            if (step.End == there)
                into.Add(step.Relation);
        }
    }

    /// <summary>Whether it follows a relation of an entity, whichever group that is in.</summary>
    public bool FollowsAt(Snapshot graph, EntityRow entity, int place) =>
        (FollowsEveryGroup || Follows(entity.Groups[GroupAt(entity.Groups, place)])) && Follows(graph, entity, place);

    public bool FollowsEveryGroup => Direction == GroupDirection.Both && Predicates is null;

    private static int GroupAt(Group[] groups, int place)
    {
        var (low, high) = (0, groups.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (groups[middle].Start <= place)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
