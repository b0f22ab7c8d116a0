using AllianceApi.Graph;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>Reads what the store keeps of the past.</summary>
internal sealed class Archive(IDbContextFactory<GraphContext> contexts, RecentChanges recent)
{
    /// <summary>A page of revisions, the newest first.</summary>
    public IReadOnlyList<Revision> Revisions(long before, int limit) =>
        Read(context => context.Revisions.Where(revision => revision.Number < before).OrderByDescending(revision => revision.Number).Take(limit));

    public IReadOnlyDictionary<long, Revision> Revisions(IReadOnlyCollection<long> numbers) =>
        Read(context => context.Revisions.Where(revision => numbers.Contains(revision.Number))).ToDictionary(revision => revision.Number);

    /// <summary>The records, facts aside, that were so until a revision.</summary>
    public IReadOnlyList<PastVersion> EndedIn(long revision) => Read(context => context.Versions.Where(version => version.Until == revision && version.Type != RecordType.Fact));

    /// <summary>The records, facts aside, that a revision made so and another has changed since.</summary>
    public IReadOnlyList<PastVersion> BegunIn(long revision) => Read(context => context.Versions.Where(version => version.From == revision && version.Type != RecordType.Fact));

    /// <summary>The records, facts aside, that a revision put, merged or deleted.</summary>
    public IEnumerable<(RecordType Type, string Id)> TouchedIn(Snapshot graph, long revision) => EndedIn(revision).Concat(BegunIn(revision))
        .Select(version => (version.Type, version.Id))
        .Concat(RecentlyPut(revision) ?? CurrentRecord.All(graph).Where(record => record.Revision == revision).Select(record => (record.Type, record.Id)))
        .Distinct();

    /// <summary>The records, facts aside, that a revision put; null unless it is one of the newest.</summary>
    public IEnumerable<(RecordType Type, string Id)>? RecentlyPut(long revision) => recent.PutIn(revision);

    /// <summary>What was so at a revision and is so no more.</summary>
    public IReadOnlyList<PastVersion> At(long revision) => Read(context => context.Versions.Where(version => version.Until > revision && version.From <= revision));

    /// <summary>All past versions of a record, the oldest first.</summary>
    public IReadOnlyList<PastVersion> Of(RecordType type, string id) =>
        Read(context => context.Versions.Where(version => version.Type == type && version.Id == id).OrderBy(version => version.From));

    /// <summary>What was deleted or merged by hand, the last time that it was.</summary>
    public IReadOnlyDictionary<(RecordType Type, string Id), PastVersion> GoneByHand() => Read(context => context.Versions
        .Where(version => version.Ending != Ending.Replaced && version.Type != RecordType.Fact && context.Revisions.Any(revision => revision.Number == version.Until && !revision.IsLoad)))
        .GroupBy(version => (version.Type, version.Id)).ToDictionary(group => group.Key, group => group.MaxBy(version => version.Until)!);

    private List<T> Read<T>(Func<GraphContext, IQueryable<T>> query)
        where T : class
    {
        using var context = contexts.CreateDbContext();
        return [.. query(context).AsNoTracking()];
    }
}
