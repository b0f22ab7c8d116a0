namespace AllianceApi.Graph.Search;

/// <summary>What a segment keeps of its records beside their words, in columns.</summary>
internal sealed class SegmentRecords
{
    private readonly Dictionary<string, byte> _groups = [];
    private readonly Dictionary<SearchPlace, int> _places = [];

    public List<string> Ids { get; } = [];

    public int Entities { get; private set; }

    public List<byte> Groups { get; } = [];

    public IEnumerable<string> GroupNames => _groups.Keys;

    public List<int> PlaceOf { get; } = [];

    public IEnumerable<SearchPlace> Places => _places.Keys;

    public void Add(SearchRecord record)
    {
        Ids.Add(record.Id);
        if (!_groups.TryGetValue(record.Group, out var group))
            _groups.Add(record.Group, group = (byte)_groups.Count);
        Groups.Add(group);
        if (!record.IsStatement)
        {
            Entities++;
            return;
        }
        if (!_places.TryGetValue(record.Place!, out var place))
            _places.Add(record.Place!, place = _places.Count);
        PlaceOf.Add(place);
    }
}
