using AllianceApi.Data;
using AllianceApi.Graph;

namespace AllianceApi.Changes;

/// <summary>One change of one record, as followers apply it.</summary>
/// <param name="Op"><c>put</c>, <c>merge</c> or <c>delete</c>.</param>
/// <param name="Into">What it was merged into.</param>
/// <param name="Write">Writes the record as a pack has it; null where it went.</param>
internal sealed record Change(string Type, string Id, string Op, string? Into, Action<JsonBuffer>? Write);

/// <summary>
/// What each revision did, in an order in which it can be applied one by one: puts as in a pack, then merges, then deletions. Facts follow from statements.
/// </summary>
internal sealed class ChangesOf(Snapshot graph, Archive archive)
{
    private static readonly RecordType[] InPackOrder = [RecordType.Document, RecordType.Predicate, RecordType.Entity, RecordType.Statement];

    private readonly Lazy<ILookup<long, (RecordType Type, string Id)>> _current = new(() => CurrentRecord.All(graph).ToLookup(record => record.Revision, record => (record.Type, record.Id)));

    public IEnumerable<Change> In(long revision)
    {
        var past = archive.BegunIn(revision).ToDictionary(version => (version.Type, version.Id));
        var ended = archive.EndedIn(revision).Where(version => version.Ending != Ending.Replaced).ToList();
        var put = past.Keys.Union(archive.RecentlyPut(revision) ?? _current.Value[revision]).ToLookup(record => record.Type, record => record.Id);
        return InPackOrder.SelectMany(type => put[type].Order(StringComparer.Ordinal).Select(id => Put(type, id, past.GetValueOrDefault((type, id)))))
            .Concat(Ended(ended, Ending.Merged, "merge"))
            .Concat(Ended(ended, Ending.Deleted, "delete"));
    }

    private Change Put(RecordType type, string id, PastVersion? past) => new(Fragments.Word(type), id, "put", null, past is null
        ? json => CurrentRecord.Write(json, graph, type, id)
        : json => json.Raw(System.Text.Encoding.UTF8.GetBytes(past.Record)));

    /// <summary>What refers to others goes before them.</summary>
    private static IEnumerable<Change> Ended(List<PastVersion> ended, Ending how, string op) => ended.Where(version => version.Ending == how)
        .OrderByDescending(version => version.Type).ThenBy(version => version.Id, StringComparer.Ordinal)
        .Select(version => new Change(Fragments.Word(version.Type), version.Id, op, how == Ending.Merged ? version.Successor : null, Write: null));
}
