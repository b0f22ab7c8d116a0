namespace AllianceApi.Graph;

/// <summary>What became of a record that was given out and is no more.</summary>
/// <param name="Revision">The revision that took it away.</param>
/// <param name="Successor">The id that stands for it now, if any.</param>
/// <param name="Merged">Whether it was merged into its successor.</param>
internal sealed record Gone(long Revision, DateTime Time, string By, string Note, string? Successor, bool Merged);

/// <summary>Looks up what is gone: it is in no snapshot, so the store answers, through this function that <c>Program</c> fills.</summary>
/// <param name="asOf">The revision that is asked: what went later is not gone yet.</param>
internal delegate Gone? FindGone(RecordType type, string id, long asOf);
