using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>Whether a fact held on a date, as far as its time tells. A bound that is missing beside one that is given is open.</summary>
internal static class Holding
{
    /// <summary>Whether all of the date lies outside the time, however its bounds are meant.</summary>
    public static bool SurelyNot(Period? period, PartialDate at) =>
        (period?.From is { } from && at.Last < from.First) || (period?.To is { } to && at.First > to.Last);

    /// <summary>Whether all of the date surely lies within the time; no time at all tells nothing.</summary>
    public static HeldThen On(Period? period, PartialDate at) =>
        period is not null && !(period.From is { } from && at.First < from.Last) && !(period.To is { } to && at.Last > to.First) ? HeldThen.Yes : HeldThen.Unknown;

    /// <summary>A view of the graph without the facts that surely did not hold on a date.</summary>
    public static Snapshot View(Snapshot graph, PartialDate at)
    {
        var edit = new SnapshotEdit(graph) { At = at };
        foreach (var row in graph.Timed().Where(row => SurelyNot(graph.Facts[row].Period, at)))
            edit.Hide(row);
        return edit.Build(graph.Revision, graph.UpdatedAt);
    }

    private static int[] Timed(this Snapshot graph) => graph.Remember<int[]>(nameof(Timed), _ => [.. graph.Facts.Rows.Where(row => graph.Facts[row].Period is not null)]);
}
