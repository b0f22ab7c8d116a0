namespace AllianceApi.Graph;

/// <summary>What is remembered of a snapshot and kept up in its successors, instead of being worked out anew.</summary>
internal interface IKept
{
    /// <summary>The same for a successor, by the rows in which it differs.</summary>
    object In(Snapshot successor, Func<RowsOf, IReadOnlyCollection<int>> changed);
}
