using System.Runtime.InteropServices;

namespace AllianceApi.Graph.Search;

/// <summary>How many of the results are of each kind or standing, and in each document and section.</summary>
internal sealed class FacetCounts
{
    private readonly Dictionary<string, int> _groups = [];
    private readonly Dictionary<string, int> _documents = [];
    private readonly Dictionary<string, int> _sections = [];

    private int[] _byGroup = [];
    private int[] _byPlace = [];

    /// <summary>Of kinds and of standings, whose names differ.</summary>
    public IReadOnlyDictionary<string, int> Groups => _groups;

    public IReadOnlyDictionary<string, int> Documents => _documents;

    public IReadOnlyDictionary<string, int> Sections => _sections;

    public void Begin(Segment segment) => (_byGroup, _byPlace) = (new int[segment.GroupNames.Length], new int[segment.Places.Length]);

    public void Count(Segment segment, int record)
    {
        _byGroup[segment.Groups[record]]++;
        if (segment.IsStatement(record))
            _byPlace[segment.PlaceOf[record - segment.Entities]]++;
    }

    public void End(Segment segment)
    {
        for (var group = 0; group < _byGroup.Length; group++)
            Add(_groups, segment.GroupNames[group], _byGroup[group]);
        for (var place = 0; place < _byPlace.Length; place++)
        {
            Add(_documents, segment.Places[place].Document, _byPlace[place]);
            foreach (var section in segment.Places[place].Sections)
                Add(_sections, section, _byPlace[place]);
        }
    }

    private static void Add(Dictionary<string, int> counts, string value, int count)
    {
        if (count > 0)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += count;
    }
}
