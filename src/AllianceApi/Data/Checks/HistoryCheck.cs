using AllianceApi.Graph;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data.Checks;

/// <summary>Whether revisions follow each other without gaps, and the versions of each record without overlaps, up to a snapshot.</summary>
internal sealed class HistoryCheck(GraphContext context, Snapshot graph)
{
    public IEnumerable<string> Findings() => Revisions().Concat(Versions()).Concat(Current());

    private IEnumerable<string> Revisions()
    {
        var expected = 1L;
        var before = DateTime.MinValue;
        foreach (var (number, time) in context.Revisions.AsNoTracking().Where(revision => revision.Number <= graph.Revision).OrderBy(revision => revision.Number)
            .Select(revision => new ValueTuple<long, DateTime>(revision.Number, revision.Time)))
        {
            for (; expected < number; expected++)
                yield return FormattableString.Invariant($"revision {expected} is missing");
            if (time < before)
                yield return FormattableString.Invariant($"revision {number} is older than the one before it");
            (expected, before) = (number + 1, time);
        }
    }

    private IEnumerable<string> Versions()
    {
        PastVersion? before = null;
        foreach (var version in context.Versions.AsNoTracking().Where(version => version.Until <= graph.Revision)
            .OrderBy(version => version.Type).ThenBy(version => version.Id).ThenBy(version => version.From))
        {
            var same = before is not null && before.Type == version.Type && before.Id == version.Id;
            if (before is not null && Followed(before, same ? version.From : CurrentRecord.RevisionOf(graph, before.Type, before.Id)) is { } wrong)
                yield return wrong;
            // What went before versions were kept is known to be gone, and nothing else of it.
            if (version.From < (version.Record.Length > 0 ? 1 : 0) || version.Until <= version.From)
                yield return $"{Name(version)} was never so";
            before = version;
        }
        if (before is not null && Followed(before, CurrentRecord.RevisionOf(graph, before.Type, before.Id)) is { } last)
            yield return last;
    }

    /// <param name="next">Where the next version begins; null where there is none.</param>
    private static string? Followed(PastVersion version, long? next) => next switch
    {
        { } from when from < version.Until => FormattableString.Invariant($"{Name(version)} overlaps the one from {from} on"),
        { } from when from > version.Until && version.Ending == Ending.Replaced => FormattableString.Invariant($"{Name(version)} is followed by none before {from}"),
        null when version.Ending == Ending.Replaced => $"{Name(version)} is followed by none, though it was not deleted",
        _ => null,
    };

    private static string Name(PastVersion version) => FormattableString.Invariant($"the {Fragments.Word(version.Type)} '{version.Id}' of revisions {version.From} to {version.Until}");

    /// <summary>What is so now came to be so at a revision.</summary>
    private IEnumerable<string> Current() => CurrentRecord.All(graph).Concat(graph.Facts.Select(fact => (Type: RecordType.Fact, Id: graph.IdOf(fact), fact.Revision)))
        .Where(record => record.Revision < 1 || record.Revision > graph.Revision)
        .Select(record => FormattableString.Invariant($"the {Fragments.Word(record.Type)} '{record.Id}' is of revision {record.Revision}, which there is not"));
}
