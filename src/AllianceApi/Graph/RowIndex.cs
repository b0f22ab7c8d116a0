using System.Collections.Immutable;
using System.Numerics;

namespace AllianceApi.Graph;

/// <summary>Rows by id: a base that no longer changes, a table of numbers alone, and over it what has changed since.</summary>
internal sealed class RowIndex
{
    public static readonly RowIndex Empty = new([], [], ImmutableDictionary<string, int?>.Empty);

    private readonly string[] _ids;

    /// <summary>Rows from 1 by the hash of their ids, each in the next place that was free; 0 is none. A power of two, at most half full.</summary>
    private readonly int[] _places;
    private readonly ImmutableDictionary<string, int?> _changed;

    private RowIndex(string[] ids, int[] places, ImmutableDictionary<string, int?> changed) => (_ids, _places, _changed) = (ids, places, changed);

    public IEnumerable<string> Ids => _ids.Where(id => !_changed.ContainsKey(id)).Concat(_changed.Where(pair => pair.Value is not null).Select(pair => pair.Key));

    /// <summary>Of ids that are all different, each with the row of its number.</summary>
    public static RowIndex Of(string[] ids)
    {
        var places = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, ids.Length * 2))];
        for (var row = 0; row < ids.Length; row++)
        {
            var place = PlaceOf(ids[row], places);
            while (places[place] != 0)
                place = (place + 1) & (places.Length - 1);
            places[place] = row + 1;
        }
        return new(ids, places, ImmutableDictionary<string, int?>.Empty);
    }

    public int? Find(string id) => _changed.Count > 0 && _changed.TryGetValue(id, out var changed) ? changed : InBase(id);

    /// <summary>The index with these rows changed; null takes one out.</summary>
    public RowIndex With(IReadOnlyCollection<KeyValuePair<string, int?>> changes) => changes.Count == 0 ? this : new(_ids, _places, _changed.SetItems(changes));

    private int? InBase(string id)
    {
        if (_places.Length == 0)
            return null;
        for (var place = PlaceOf(id, _places); _places[place] is var row and not 0; place = (place + 1) & (_places.Length - 1))
        {
            if (_ids[row - 1] == id)
                return row - 1;
        }
        return null;
    }

    private static int PlaceOf(string id, int[] places) => id.GetHashCode(StringComparison.Ordinal) & (places.Length - 1);
}
