using System.Collections.Concurrent;
using AllianceApi.Graph;

namespace AllianceApi.Data;

/// <summary>Which records the newest revisions put, so that those who follow need not look through the whole graph for them.</summary>
internal sealed class RecentChanges
{
    private const int Revisions = 1_000;
    private const int MostRecords = 1_000;

    private readonly ConcurrentDictionary<long, (RecordType Type, string Id)[]> _put = new();

    /// <summary>Notes a revision that was committed. One that put very much is looked up instead, and one that failed is noted again under its number.</summary>
    public void Add(long revision, ChangeSet changes)
    {
        _put.TryRemove(revision - Revisions, out _);
        (RecordType Type, string Id)[] put =
        [
            .. changes.Documents.Select(record => (RecordType.Document, record.Id)),
            .. changes.Predicates.Select(record => (RecordType.Predicate, record.Id)),
            .. changes.Entities.Select(record => (RecordType.Entity, record.Id)),
            .. changes.Statements.Select(record => (RecordType.Statement, record.Id)),
        ];
        if (put.Length <= MostRecords)
            _put[revision] = put;
    }

    /// <summary>The records, facts aside, that a revision put; null where that is not known here.</summary>
    public IReadOnlyList<(RecordType Type, string Id)>? PutIn(long revision) => _put.GetValueOrDefault(revision);
}
