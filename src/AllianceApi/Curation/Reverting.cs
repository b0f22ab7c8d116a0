using System.Text.Json;
using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Http;
using AllianceApi.Packs;

namespace AllianceApi.Curation;

/// <summary>Undoes a revision by a new one, unless something has been built upon it since.</summary>
internal static class Reverting
{
    public static Plan Revert(WriteRequest request, Snapshot graph, Archive archive, string number)
    {
        if (!long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var revision) || revision < 1 || revision > graph.Revision)
            return Problem.UnknownId.With($"There is no revision '{(number.Length > 20 ? number[..20] : number)}'. There are those from 1 to {graph.Revision}.");
        var before = archive.EndedIn(revision).Where(version => version.Type != RecordType.Fact).ToDictionary(version => (version.Type, version.Id));
        var touched = before.Keys.Concat(archive.BegunIn(revision).Where(version => version.Type != RecordType.Fact).Select(version => (version.Type, version.Id))).Concat(MadeIn(graph, revision)).ToHashSet<(RecordType Type, string Id)>();
        if (BuiltUpon(graph, revision, touched, before) is { Count: > 0 } since)
            return Conflict(revision, since);

        var change = new Change(graph);
        var drafting = new Drafting(change);
        foreach (var record in touched)
            Restore(drafting, record.Type, record.Id, before.GetValueOrDefault(record));
        if (before.Values.Any(version => version.Record.Length == 0))
            return Conflict(revision, ["It deleted records before versions were kept, and what they were is not known."]);
        drafting.Run();
        return drafting.Errors.Count > 0
            ? Conflict(revision, [.. drafting.Errors.Select(error => error.Message)])
            : request.Settle(change, $"Reverted revision {revision}.", (after, changes) => Shown.Items(after, changes, StatusCodes.Status201Created));
    }

    /// <summary>What a revision made or changed and none has changed since.</summary>
    private static IEnumerable<(RecordType Type, string Id)> MadeIn(Snapshot graph, long revision) =>
    [
        .. graph.Entities.Where(entity => entity.Revision == revision).Select(entity => (RecordType.Entity, entity.Id)),
        .. graph.Statements.Where(statement => statement.Revision == revision).Select(statement => (RecordType.Statement, statement.Id)),
        .. graph.Schema.Predicates.Where(row => row.Predicate.Revision == revision).Select(row => (RecordType.Predicate, row.Id)),
        .. graph.Documents.Where(row => row.Document.Revision == revision).Select(row => (RecordType.Document, row.Id)),
    ];

    private static List<string> BuiltUpon(Snapshot graph, long revision, IEnumerable<(RecordType Type, string Id)> touched, Dictionary<(RecordType, string), PastVersion> before) =>
    [
        .. touched.Select(record => (record, Now: RevisionOf(graph, record.Type, record.Id), Ended: before.GetValueOrDefault(record)?.Ending is Ending.Deleted or Ending.Merged))
            .Where(state => state.Now != (state.Ended ? null : revision))
            .Select(state => state.Now is { } now
                ? $"The {Ids.Word(state.record.Type)} '{state.record.Id}' was put again in revision {now}."
                : $"The {Ids.Word(state.record.Type)} '{state.record.Id}' was deleted since."),
    ];

    private static long? RevisionOf(Snapshot graph, RecordType type, string id) => type switch
    {
        RecordType.Entity => graph.FindEntity(id) is { } row ? graph.Entities[row].Revision : null,
        RecordType.Statement => graph.FindStatement(id) is { } row ? graph.Statements[row].Revision : null,
        RecordType.Document => graph.FindDocument(id) is { } row ? graph.Documents[row].Document.Revision : null,
        _ => graph.Schema.Find(id)?.Predicate.Revision,
    };

    private static void Restore(Drafting drafting, RecordType type, string id, PastVersion? version)
    {
        var change = drafting.Change;
        if (version is { Record.Length: > 0 })
        {
            var record = JsonElement.Parse(version.Record);
            switch (type)
            {
                case RecordType.Entity: drafting.AddEntity(record, ""); break;
                case RecordType.Statement: drafting.AddStatement(record, ""); break;
                case RecordType.Predicate: drafting.AddPredicate(record, ""); break;
                default: change.Documents[id] = PackRecords.Document(drafting.Tree.Record(record, "", new HashSet<string>())); break;
            }
            return;
        }
        switch (type)
        {
            case RecordType.Entity: change.Entities[id] = null; break;
            case RecordType.Statement: change.Statements[id] = null; break;
            case RecordType.Predicate: change.Predicates[id] = null; break;
            default: change.Documents[id] = null; break;
        }
    }

    private static ProblemResult Conflict(long revision, List<string> since) => Problem.Conflict.With(
        $"Revision {revision} cannot be undone as it stands: {since[0]}{(since.Count > 1 ? $" {since.Count - 1} more things stand in the way." : "")}",
        [.. since.Take(20).Select(message => new ProblemError { Message = message })]);
}
