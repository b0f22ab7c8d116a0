using System.Data.Common;
using System.Text.Json;
using AllianceApi.Graph;
using AllianceApi.Kinds;

namespace AllianceApi.Data;

/// <summary>Reads the entities of the store as rows of a snapshot.</summary>
internal sealed class EntityTable(TableReader tables)
{
    private static readonly string[] Common = ["Id", "Kind", "Name", "Aliases", "Summary", "SameAs", "Revision", "UpdatedAt"];

    private static readonly (Kind Kind, Field Member)[] Members = [.. Catalogue.Kinds.SelectMany(kind => kind.Members.Select(member => (kind, member)))];

    private static readonly Dictionary<string, (Kind Kind, (Field Member, int Column)[] Members)> Kinds = Catalogue.Kinds.ToDictionary(
        kind => kind.Id,
        kind => (kind, kind.Members.Select(member => (member, Common.Length + Array.IndexOf(Members, (kind, member)))).ToArray()));

    private readonly Times _times = new();

    /// <summary>In the order in which snapshots number them.</summary>
    public EntityRow[] Read()
    {
        var rows = new List<EntityRow>();
        using var summaries = tables.LinksOf("Summaries", "EntityId", "StatementId");
        tables.Each("Entities", [.. Common, .. Members.Select(member => EntityMapping.ColumnOf(member.Kind, member.Member))], reader => rows.Add(Fragments.Of(EntityOf(reader, summaries))));
        rows.Sort((left, right) => SnapshotBuilder.CompareIds(left.Id, right.Id));
        return [.. rows];
    }

    private Entity EntityOf(DbDataReader reader, Links summaries)
    {
        var (kind, members) = Kinds[reader.GetString(1)];
        var entity = kind.Create();
        (entity.Id, entity.Name, entity.Summary, entity.Revision) = (reader.GetString(0), reader.GetString(2), reader.GetString(4), reader.GetInt64(6));
        entity.Aliases = List(reader.GetString(3));
        entity.SameAs = List(reader.GetString(5));
        entity.UpdatedAt = _times.Of(reader, entity.Revision, 7);
        entity.SummaryEvidence = summaries.Of(entity.Id);
        foreach (var (member, column) in members)
        {
            if (!reader.IsDBNull(column))
                member.Write(entity, reader.GetString(column));
        }
        return entity;
    }

    private static List<string> List(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<List<string>>(json)!;
}

/// <summary>When records were written: all of one revision at one time, which is read once.</summary>
internal sealed class Times
{
    private readonly Dictionary<long, DateTime> _known = [];

    public DateTime Of(DbDataReader reader, long revision, int column)
    {
        if (!_known.TryGetValue(revision, out var time))
            _known.Add(revision, time = DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));
        return time;
    }
}
