using System.Globalization;
using System.Text.Json;
using AllianceApi.Data.Sqlite;
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
        tables.Each("Entities", [.. Common, .. Members.Select(member => EntityMapping.ColumnOf(member.Kind, member.Member))], row => rows.Add(Fragments.Of(EntityOf(row, summaries))));
        rows.Sort((left, right) => SnapshotBuilder.CompareIds(left.Id, right.Id));
        return [.. rows];
    }

    private Entity EntityOf(PreparedQuery row, Links summaries)
    {
        var (kind, members) = Kinds[row.Text(1)];
        var entity = kind.Create();
        (entity.Id, entity.Name, entity.Summary, entity.Revision) = (row.Text(0), row.Text(2), row.Text(4), row.Number(6));
        entity.Aliases = List(row.Bytes(3));
        entity.SameAs = List(row.Bytes(5));
        entity.UpdatedAt = _times.Of(row, entity.Revision, 7);
        entity.SummaryEvidence = summaries.Of(row.Bytes(0));
        foreach (var (member, column) in members)
        {
            if (row.Optional(column) is { } value)
                member.Write(entity, value);
        }
        return entity;
    }

    private static List<string> List(ReadOnlySpan<byte> json) => json.SequenceEqual("[]"u8) ? [] : JsonSerializer.Deserialize<List<string>>(json)!;
}

/// <summary>When records were written: all of one revision at one time, which is read once.</summary>
internal sealed class Times
{
    private readonly Dictionary<long, DateTime> _known = [];

    public DateTime Of(PreparedQuery row, long revision, int column)
    {
        if (!_known.TryGetValue(revision, out var time))
            _known.Add(revision, time = DateTime.Parse(row.Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
        return time;
    }
}
