using AllianceApi.Formats;
using AllianceApi.Formats.Drawing;
using AllianceApi.Graph;

namespace AllianceApi.Debates;

/// <summary>An argument map as a picture: what is claimed, the arguments, the positions with who holds them, the debate.</summary>
internal sealed class MapPicture
{
    private readonly ArgumentMap _map;
    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<PictureNode> _nodes = [];
    private readonly List<PictureEdge> _edges = [];

    private MapPicture(ArgumentMap map) => _map = map;

    public static Picture Of(ArgumentMap map)
    {
        var picture = new MapPicture(map);
        picture.AddPositions();
        foreach (var argument in map.Arguments)
            picture.AddArgument(argument);
        return new Picture(
            map.Debate.Question,
            FormattableString.Invariant($"The argument map of: {map.Row.Name}. {map.Positions.Length} positions and {map.Arguments.Length} arguments; lines lead from claims to arguments, to positions, to the debate."),
            picture._nodes, picture._edges);
    }

    private void AddPositions()
    {
        // The proposition is what stances are towards, so it stands in the debate's box.
        var debate = Pictures.NodeOf(_map.Row);
        _nodes.Add(_map.Debate.Proposition is { } proposition ? debate with { Label = proposition, Tip = $"{_map.Row.Name}: {proposition}" } : debate);
        foreach (var position in _map.Positions)
        {
            var label = _map.StanceOf(position) is { } stance ? Fragments.Word(stance) : "position in";
            foreach (var fact in _map.MakingPosition(position).Take(1))
                _edges.Add(Pictures.EdgeOf(_map.Graph, fact, Number(position), 0) with { Label = label });
            foreach (var fact in _map.Holding(position))
                Relate(fact);
        }
    }

    private void AddArgument(int argument)
    {
        foreach (var fact in _map.Arguing(argument).Concat(_map.Answering(argument)))
            Relate(fact);
        foreach (var claim in _map.ClaimsOf(argument))
        {
            var tip = Pictures.TipOf(_map.Graph, claim);
            var graph = _map.Graph;
            _nodes.Add(new PictureNode(
                $"{graph.Entities[claim.Subject].Name} – {Labels.Of(claim)} – {graph.Entities[claim.Object].Name}", Look.Claim, $"/api/v1/relations/{graph.IdOf(claim)}", tip));
            _edges.Add(new PictureEdge(_nodes.Count - 1, Number(argument), "claimed in", Labels.IsDashed(claim), claim.Negated, tip));
        }
    }

    private void Relate(FactRow fact) => _edges.Add(Pictures.EdgeOf(_map.Graph, fact, Number(fact.Subject), Number(fact.Object)));

    private int Number(int entity)
    {
        if (_numbers.TryGetValue(entity, out var number))
            return number;
        _nodes.Add(Pictures.NodeOf(_map.Graph.Entities[entity]));
        return _numbers[entity] = _nodes.Count - 1;
    }
}
