using System.Collections.Immutable;

namespace AllianceApi.Graph;

/// <summary>Rows by id: a base that no longer changes, and over it what has changed since.</summary>
internal sealed class RowIndex
{
    public static readonly RowIndex Empty = new([], ImmutableDictionary<string, int?>.Empty);

    private readonly Dictionary<string, int> _base;
    private readonly ImmutableDictionary<string, int?> _changed;

    private RowIndex(Dictionary<string, int> of, ImmutableDictionary<string, int?> changed)
    {
        _base = of;
        _changed = changed;
    }

    public IEnumerable<string> Ids => _base.Keys.Where(id => !_changed.ContainsKey(id)).Concat(_changed.Where(pair => pair.Value is not null).Select(pair => pair.Key));

    public static RowIndex Of(IEnumerable<KeyValuePair<string, int?>> rows) => new(rows.ToDictionary(pair => pair.Key, pair => pair.Value!.Value), ImmutableDictionary<string, int?>.Empty);

    public int? Find(string id) => _changed.Count > 0 && _changed.TryGetValue(id, out var changed) ? changed : _base.TryGetValue(id, out var row) ? row : null;

    /// <summary>The index with these rows changed; null takes one out.</summary>
    public RowIndex With(IReadOnlyCollection<KeyValuePair<string, int?>> changes) => changes.Count == 0 ? this : new(_base, _changed.SetItems(changes));
}
