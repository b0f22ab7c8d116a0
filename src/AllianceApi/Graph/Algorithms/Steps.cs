namespace AllianceApi.Graph.Algorithms;

/// <summary>One relation, and the entity that it leads to.</summary>
/// <param name="entity">Where it is followed from.</param>
/// <param name="place">Its place among the relations there.</param>
internal readonly struct Step(EntityRow entity, int place)
{
    public int Relation => entity.Relations[place];

    public int End => Math.Max(entity.Ends[place], ~entity.Ends[place]);
}

/// <summary>Walks over the relations of one entity without allocating.</summary>
internal struct Steps
{
    private const int EveryGroup = -2;

    private readonly Walk _walk;
    private readonly Snapshot _graph;
    private readonly EntityRow _entity;
    private readonly bool _plain;
    private int _group = -1;
    private int _place = -1;
    private int _end;

    public Steps(Walk walk, Snapshot graph, EntityRow entity)
    {
        (_walk, _graph, _entity, _plain) = (walk, graph, entity, walk.Standings is null && walk.Modalities is null && walk.Denied);
        if (walk.FollowsEveryGroup)
            (_group, _end) = (EveryGroup, entity.Relations.Length);
    }

    public readonly Step Current => new(_entity, _place);

    public readonly Steps GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            while (++_place < _end)
            {
                if (_plain || _walk.Follows(_graph, _entity, _place))
                    return true;
            }
            do
            {
                if (_group == EveryGroup || ++_group >= _entity.Groups.Length)
                    return false;
            }
            while (!_walk.Follows(_entity.Groups[_group]));
            (_place, _end) = (_entity.Groups[_group].Start - 1, _entity.Groups[_group].Start + _entity.Groups[_group].Count);
        }
    }
}
