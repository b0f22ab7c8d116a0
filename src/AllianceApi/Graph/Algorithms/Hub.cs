using System.Runtime.CompilerServices;
using AllianceApi.Shapes;

namespace AllianceApi.Graph.Algorithms;

/// <summary>
/// The relations of an entity that has many, by the row of their other end: one other end is found by halving, and all are run through without touching a fact.
/// Made when a traversal first comes by, and kept as long as the entity's relations stay the same: successors share it.
/// </summary>
internal sealed class Hub
{
    /// <summary>Entities with fewer relations are looked at as they are.</summary>
    public const int Least = 16;

    private const byte Out = 1;
    private const byte In = 2;
    private const byte Denied = 4;

    private static readonly ConditionalWeakTable<int[], Hub> Known = [];

    private readonly int[] _ends;
    private readonly int[] _relations;
    private readonly byte[] _flags;

    private Hub(Snapshot graph, int entity)
    {
        _relations = [.. graph.Entities[entity].Relations];
        _ends = [.. _relations.Select(relation => graph.Facts[relation].OtherEnd(entity))];
        Array.Sort(_ends, _relations);
        _flags = [.. _relations.Select(relation => FlagsOf(graph.Facts[relation], entity))];
    }

    public int Count => _ends.Length;

    public int End(int index) => _ends[index];

    public int Relation(int index) => _relations[index];

    /// <summary>The hub that an entity is; null where it has few relations.</summary>
    public static Hub? Of(Snapshot graph, int entity)
    {
        var relations = graph.Entities[entity].Relations;
        if (relations.Length < Least)
            return null;
        return Known.TryGetValue(relations, out var hub) ? hub : Known.GetValue(relations, _ => new Hub(graph, entity));
    }

    /// <summary>Whether it is quicker to ask an entity with so many relations for each of some other ends than to run through them all.</summary>
    public static bool IsQuicker(int relations, int ends) => relations >= Least && (long)ends * (System.Numerics.BitOperations.Log2((uint)relations) + 2) < relations;

    /// <summary>The first index at which the other end is this one, or would be.</summary>
    public int IndexOf(int end)
    {
        var (low, high) = (0, _ends.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ends[middle] < end)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Whether a walk follows a relation, by what the hub knows of it; the fact is touched only where the walk asks for more.</summary>
    public bool Follows(Walk walk, Snapshot graph, int index) =>
        (_flags[index] & walk.Ways) != 0
        && (walk.Denied || (_flags[index] & Denied) == 0)
        && (walk.IsPlain || walk.FollowsAll(graph.Facts[_relations[index]]));

    /// <summary>The ways of a direction, as relations have them in their flags.</summary>
    public static byte WaysOf(GroupDirection direction) => direction switch
    {
        GroupDirection.Out => Out,
        GroupDirection.In => In,
        _ => Out | In,
    };

    private static byte FlagsOf(FactRow relation, int entity) => (byte)(WaysOf(Snapshot.DirectionOf(relation, entity)) | (relation.Negated ? Denied : 0));
}
