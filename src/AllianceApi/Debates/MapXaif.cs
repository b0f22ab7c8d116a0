using System.Text.Json.Nodes;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Kinds;

namespace AllianceApi.Debates;

/// <summary>
/// An argument map as xAIF: what is put forward are information nodes (I), support and attack nodes of their own (RA, CA) between two of them;
/// who holds a position says so in a locution (L) that asserts it (YA).
/// </summary>
internal sealed class MapXaif(ArgumentMap map)
{
    private const string Support = "RA";
    private const string Attack = "CA";

    private readonly JsonArray _nodes = [];
    private readonly JsonArray _edges = [];
    private readonly JsonArray _locutions = [];
    private readonly JsonArray _participants = [];
    private readonly Dictionary<int, string> _entities = [];

    public static async Task WriteAsync(ArgumentMap map, Utf8Output output)
    {
        output.Write(new MapXaif(map).Whole().ToJsonString(Json.Options));
        output.Write('\n');
        await output.SendAsync();
    }

    private JsonObject Whole()
    {
        var proposition = map.Debate.Proposition is { } text ? Node("I", text) : null;
        foreach (var position in map.Positions)
            Position(position, proposition);
        foreach (var argument in map.Arguments)
            Argument(argument);
        return new JsonObject
        {
            ["AIF"] = new JsonObject
            {
                ["nodes"] = _nodes,
                ["edges"] = _edges,
                ["schemefulfillments"] = new JsonArray(),
                ["locutions"] = _locutions,
                ["participants"] = _participants,
            },
            ["OVA"] = new JsonObject(),
            ["dialog"] = false,
            ["text"] = map.Debate.Question,
        };
    }

    private void Position(int position, string? proposition)
    {
        if (proposition is not null && map.StanceOf(position) is { } stance)
            Between(InformationOf(position), stance == PositionStance.Against ? Attack : Support, Words(stance), proposition);
        foreach (var holder in map.HoldersOf(position))
            Held(position, map.Graph.Entities[holder]);
    }

    private void Argument(int argument)
    {
        foreach (var position in map.ForWhich(argument))
            Between(InformationOf(argument), Support, "Default Inference", InformationOf(position));
        foreach (var answered in map.AnsweredBy(argument))
            Between(InformationOf(argument), Attack, "Default Conflict", InformationOf(answered));
        foreach (var claim in map.ClaimsOf(argument))
        {
            var graph = map.Graph;
            var said = Node("I", $"{graph.Entities[claim.Subject].Name} {Formats.Labels.Of(claim)} {graph.Entities[claim.Object].Name}");
            Between(said, Support, "Default Inference", InformationOf(argument));
        }
    }

    private void Held(int position, EntityRow holder)
    {
        var locution = Node("L", $"{holder.Name} : {map.Graph.Entities[position].Name}");
        Between(locution, "YA", "Asserting", InformationOf(position));
        _locutions.Add(new JsonObject { ["nodeID"] = locution, ["personID"] = holder.Id });
        if (!_participants.Any(participant => (string?)participant!["participantID"] == holder.Id))
            _participants.Add(new JsonObject { ["participantID"] = holder.Id, ["firstname"] = holder.Name, ["surname"] = "" });
    }

    private string InformationOf(int entity)
    {
        if (!_entities.TryGetValue(entity, out var id))
            _entities.Add(entity, id = Node("I", map.Graph.Entities[entity].ToEntity().Summary, map.Graph.Entities[entity].Id));
        return id;
    }

    private void Between(string from, string type, string text, string to)
    {
        var scheme = Node(type, text);
        Edge(from, scheme);
        Edge(scheme, to);
    }

    private string Node(string type, string text, string? id = null)
    {
        id ??= FormattableString.Invariant($"{type.ToLowerInvariant()}.{_nodes.Count + 1}");
        _nodes.Add(new JsonObject { ["nodeID"] = id, ["text"] = text, ["type"] = type });
        return id;
    }

    private void Edge(string from, string to) =>
        _edges.Add(new JsonObject { ["edgeID"] = FormattableString.Invariant($"e.{_edges.Count + 1}"), ["fromID"] = from, ["toID"] = to });

    private static string Words(PositionStance stance) => stance switch
    {
        PositionStance.For => "Default Inference",
        PositionStance.Against => "Default Conflict",
        _ => "Inference under conditions",
    };
}
