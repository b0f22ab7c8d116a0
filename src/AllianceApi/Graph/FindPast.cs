using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>Finds the graph as it was at a revision, of what held on a date.</summary>
/// <param name="head">The newest snapshot, from which it is worked out.</param>
/// <param name="revision">From 1 to that of <paramref name="head"/>.</param>
/// <param name="at">Leaves out what surely did not hold then; null leaves out nothing.</param>
/// <returns>Null where it takes longer than a request may wait; it is worked out meanwhile.</returns>
internal delegate Task<Snapshot?> FindPast(Snapshot head, long revision, PartialDate? at, CancellationToken cancel);
