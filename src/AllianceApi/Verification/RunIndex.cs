using System.Runtime.CompilerServices;
using AllianceApi.Graph;
using AllianceApi.Packs;

namespace AllianceApi.Verification;

/// <summary>In which passages each run stands. It is made once of the documents of a graph, and serves all revisions that have the same.</summary>
internal sealed class RunIndex
{
    private static readonly ConditionalWeakTable<DocumentRow[], RunIndex> Kept = [];

    /// <summary>The runs in order, and the passage of each; of one run the passages in their order, each once.</summary>
    private readonly ulong[] _runs;

    private readonly int[] _passages;

    private RunIndex(Paged<PassageRow> passages)
    {
        var all = passages.Rows.SelectMany(row => passages[row].Passage.Runs.Select(run => (Run: Runs.Bits(run), Passage: row))).Distinct().ToArray();
        Array.Sort(all);
        _runs = Array.ConvertAll(all, entry => entry.Run);
        _passages = Array.ConvertAll(all, entry => entry.Passage);
    }

    public static RunIndex Of(Snapshot graph) => Kept.GetValue(graph.Documents, _ => new RunIndex(graph.Passages));

    /// <summary>The passages that have a run, as rows of all passages.</summary>
    public ReadOnlySpan<int> PassagesWith(ulong run)
    {
        var from = First(run);
        return _passages.AsSpan(from, (run == ulong.MaxValue ? _runs.Length : First(run + 1)) - from);
    }

    private int First(ulong run)
    {
        var (low, high) = (0, _runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle] < run)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
