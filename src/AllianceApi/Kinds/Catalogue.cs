using System.Collections.Frozen;

namespace AllianceApi.Kinds;

/// <summary>The kinds of entity that the graph may hold. A new kind is one file and one line here.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyList<Kind> Kinds =
    [
        Kind.Of<Alliance, AllianceResponse>("alliance", "alliances"),
        Kind.Of<Treaty, TreatyResponse>("treaty", "treaties"),
        Kind.Of<Agreement, AgreementResponse>("agreement", "agreements"),
        Kind.Of<Command, CommandResponse>("command", "commands"),
        Kind.Of<Debate, DebateResponse>("debate", "debates"),
        Kind.Of<Position, PositionResponse>("position", "positions"),
        Kind.Of<Argument, ArgumentResponse>("argument", "arguments"),
        Kind.Of<Actor, ActorResponse>("actor", "actors"),
        Kind.Of<Event, EventResponse>("event", "events"),
        Kind.Of<Concept, ConceptResponse>("concept", "concepts"),
        Kind.Of<Capability, CapabilityResponse>("capability", "capabilities"),
        Kind.Of<Place, PlaceResponse>("place", "places"),
    ];

    private static readonly FrozenDictionary<string, Kind> ById = Kinds.ToFrozenDictionary(kind => kind.Id);

    private static readonly FrozenDictionary<Type, Kind> ByClass = Kinds.ToFrozenDictionary(kind => kind.Class);

    public static Kind? Find(string id) => ById.GetValueOrDefault(id);

    public static Kind Of(Entity entity) => ByClass[entity.GetType()];
}
