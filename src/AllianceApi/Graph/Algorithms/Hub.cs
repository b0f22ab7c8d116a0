using System.Runtime.CompilerServices;

namespace AllianceApi.Graph.Algorithms;

/// <summary>
/// The relations of an entity that has many, by the row of their other end, so that one other end is found by halving.
/// Made when a traversal first asks for it, and kept as long as the entity's relations stay the same: successors share it.
/// </summary>
internal sealed class Hub
{
    /// <summary>Entities with fewer relations are looked at as they are.</summary>
    private const int Least = 64;

    /// <summary>How many ends in a row are looked at in the time of one step of halving.</summary>
    private const int InARow = 4;

    private static readonly ConditionalWeakTable<int[], Hub> Known = [];

    private readonly int[] _ends;
    private readonly int[] _places;

    private Hub(EntityRow entity)
    {
        _ends = [.. entity.Ends.Select(end => Math.Max(end, ~end))];
        _places = [.. Enumerable.Range(0, _ends.Length)];
        Array.Sort(_ends, _places);
    }

    /// <summary>The hub that an entity is.</summary>
    public static Hub Of(EntityRow entity) =>
        Known.TryGetValue(entity.Ends, out var hub) ? hub : Known.GetValue(entity.Ends, _ => new Hub(entity));

    /// <summary>Whether it is quicker to ask an entity with so many relations for each of some other ends than to run through them all.</summary>
    public static bool IsQuicker(int relations, int ends) =>
        relations >= Least && (long)ends * InARow * System.Numerics.BitOperations.Log2((uint)relations) < relations;

    /// <summary>The places of the relations to one other end, among those of the entity.</summary>
    public ReadOnlySpan<int> To(int end)
    {
        var first = FirstNotBefore(end);
        var next = first;
        while (next < _ends.Length && _ends[next] == end)
            next++;
        return _places.AsSpan(first..next);
    }

    private int FirstNotBefore(int end)
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
}
