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
        if (Missing.Revision(graph, number, out var revision) is { } none)
            return none;
        var before = archive.EndedIn(revision).ToDictionary(version => (version.Type, version.Id));
        var touched = archive.TouchedIn(graph, revision).ToList();
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

    private static List<string> BuiltUpon(Snapshot graph, long revision, IEnumerable<(RecordType Type, string Id)> touched, Dictionary<(RecordType, string), PastVersion> before) =>
    [
        .. touched.Select(record => (record, Now: CurrentRecord.RevisionOf(graph, record.Type, record.Id), Ended: before.GetValueOrDefault(record)?.Ending is Ending.Deleted or Ending.Merged))
            .Where(state => state.Now != (state.Ended ? null : revision))
            .Select(state => state.Now is { } now
                ? $"The {Fragments.Word(state.record.Type)} '{state.record.Id}' was put again in revision {now}."
                : $"The {Fragments.Word(state.record.Type)} '{state.record.Id}' was deleted since."),
    ];

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
        change.Delete(type, id);
    }

    private static ProblemResult Conflict(long revision, List<string> since) => Problem.Conflict.With(
        $"Revision {revision} cannot be undone as it stands: {since[0]}{(since.Count > 1 ? $" {since.Count - 1} more things stand in the way." : "")}",
        [.. since.Take(20).Select(message => new ProblemError { Message = message })]);
}
