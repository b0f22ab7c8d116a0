using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Http.Writers;

/// <summary>Writes entities as <see cref="EntityResponse"/> and the records of the kinds have them.</summary>
internal static class EntityWriter
{
    private const int GroupItems = 50;

    /// <summary>An entity as lists show it.</summary>
    /// <param name="typed">Whether with the members and attributes of its kind, or in the shape common to all.</param>
    public static void Item(JsonBuffer json, EntityRow entity, bool typed)
    {
        Open(json, entity, typed);
        json.Raw("}"u8);
    }

    /// <summary>About how many bytes an entity takes in a list.</summary>
    public static int SizeOf(EntityRow entity) => (5 * entity.Reference.Length) + entity.Common.Length + entity.Typed.Length + 300;

    /// <summary>An entity with its attributes and its relations in both directions, each with its evidence.</summary>
    public static void Detail(JsonBuffer json, Snapshot graph, int row, bool typed)
    {
        var entity = graph.Entities[row];
        Open(json, entity, typed);
        json.Raw(",\"attributes\":"u8);
        json.Array(entity.Attributes, fact => FactWriter.Write(json, graph, graph.Facts[fact], evidence: true));
        json.Raw(",\"relations\":"u8);
        json.Array(entity.Groups, group => Group(json, graph, entity, group));
        json.Raw("}"u8);
    }

    public static void References(JsonBuffer json, Snapshot graph, int[] rows) =>
        json.Array(rows, row => json.Raw(graph.Entities[row].Reference));

    private static void Open(JsonBuffer json, EntityRow entity, bool typed)
    {
        json.Raw(entity.Reference.AsSpan(0, entity.Reference.Length - 1));
        json.Raw(","u8);
        json.Raw(entity.Common);
        if (typed)
            json.Raw(entity.Typed);
        json.Raw(",\"contested\":"u8);
        json.Array(entity.Contested, json.String);
        json.Raw(",\"revision\":"u8);
        json.Number(entity.Revision);
        json.Raw(",\"updatedAt\":"u8);
        json.Time(entity.UpdatedAt);
        Links(json, entity);
    }

    private static void Links(JsonBuffer json, EntityRow entity)
    {
        json.Raw(",\"links\":{\"self\":\"/api/v1/"u8);
        json.Ascii(entity.Kind.Path);
        json.Raw("/"u8);
        json.Raw(entity.IdText);
        json.Raw("\",\"attributes\":\"/api/v1/entities/"u8);
        json.Raw(entity.IdText);
        json.Raw("/attributes\",\"relations\":\"/api/v1/entities/"u8);
        json.Raw(entity.IdText);
        json.Raw("/relations\",\"statements\":\"/api/v1/entities/"u8);
        json.Raw(entity.IdText);
        json.Raw("/statements"u8);
        if (entity.Kind.Class == typeof(Debate))
        {
            json.Raw("\",\"map\":\"/api/v1/debates/"u8);
            json.Raw(entity.IdText);
            json.Raw("/map"u8);
        }
        json.Raw("\"}"u8);
    }

    private static void Group(JsonBuffer json, Snapshot graph, EntityRow entity, Group group)
    {
        json.Raw("{\"predicate\":"u8);
        json.Raw(group.Direction == GroupDirection.In ? group.Predicate.InverseReference : group.Predicate.Reference);
        json.Raw(group.Direction switch
        {
            GroupDirection.Out => ",\"direction\":\"out\",\"total\":"u8,
            GroupDirection.In => ",\"direction\":\"in\",\"total\":"u8,
            _ => ",\"direction\":\"both\",\"total\":"u8,
        });
        json.Number(group.Count);
        json.Raw(",\"items\":"u8);
        json.Array(
            Snapshot.RelationsIn(entity, group)[..Math.Min(group.Count, GroupItems)].ToArray(),
            row => FactWriter.Write(json, graph, graph.Facts[row], evidence: true));
        if (group.Count > GroupItems)
        {
            json.Raw(",\"more\":\"/api/v1/entities/"u8);
            json.Ascii($"{entity.Id}/relations?direction={Fragments.Word(group.Direction)}&predicate={group.Predicate.Id}\"");
        }
        json.Raw("}"u8);
    }
}
