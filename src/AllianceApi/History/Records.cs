using System.Text.Json;
using AllianceApi.Data;
using AllianceApi.Graph;

namespace AllianceApi.History;

/// <summary>One version of a record, of the past or of now.</summary>
/// <param name="Until">The revision in which it was so no more; null where it still is.</param>
internal sealed record Version(long From, long? Until, Ending Ending, string? Successor, JsonElement? Record);

/// <summary>The versions that a record had, and what changed from each to the next.</summary>
internal static class Records
{
    /// <summary>All versions of a record up to a revision, the oldest first.</summary>
    public static IReadOnlyList<Version> VersionsOf(Snapshot graph, Archive archive, RecordType type, string id)
    {
        var versions = archive.Of(type, id).Where(past => past.From <= graph.Revision)
            .Select(past => past.Until <= graph.Revision
                ? new Version(past.From, past.Until, past.Ending, past.Successor, Parse(past.Record))
                : new Version(past.From, null, Ending.Replaced, null, Parse(past.Record)))
            .ToList();
        if (Current(graph, type, id) is { } now && versions.TrueForAll(version => version.From != now.From))
            versions.Add(now);
        return versions;
    }

    /// <summary>What happened to a record, the newest first.</summary>
    public static IEnumerable<(long Revision, string Op, string? Successor, IReadOnlyList<FieldChange> Changes)> Events(IReadOnlyList<Version> versions)
    {
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            var version = versions[i];
            if (version is { Until: { } until, Ending: not Ending.Replaced })
                yield return (until, version.Ending == Ending.Merged ? "merge" : "delete", version.Successor, Difference(version.Record, null));
            var before = i > 0 && versions[i - 1].Ending == Ending.Replaced ? versions[i - 1].Record : null;
            // What went before versions were kept has no beginning that is known.
            if (version.From > 0)
                yield return (version.From, "put", null, Difference(before, version.Record));
        }
    }

    /// <summary>The difference of two records, member by member.</summary>
    public static IReadOnlyList<FieldChange> Difference(JsonElement? before, JsonElement? after)
    {
        if (before is not { } from || after is not { } to)
            return before is null && after is null ? [] : [new FieldChange { Pointer = "", From = before, To = after }];
        var names = from.EnumerateObject().Concat(to.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal);
        return
        [
            .. names.Select(name => new FieldChange { Pointer = $"/{name}", From = Member(from, name), To = Member(to, name) })
                .Where(change => change.From is null || change.To is null || !JsonElement.DeepEquals(change.From.Value, change.To.Value)),
        ];
    }

    private static JsonElement? Member(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Parse(string record) => record.Length > 0 ? JsonElement.Parse(record) : null;

    /// <summary>The record as it is in a snapshot.</summary>
    private static Version? Current(Snapshot graph, RecordType type, string id)
    {
        using var json = new JsonBuffer();
        return CurrentRecord.Write(json, graph, type, id) is { } from ? new Version(from, null, Ending.Replaced, null, JsonElement.Parse(json.Written)) : null;
    }
}
