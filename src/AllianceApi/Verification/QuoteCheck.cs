using AllianceApi.Graph;
using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Verification;

/// <summary>Where a quote stands, and where it departs from what stands there.</summary>
/// <param name="Passages">Rows of all passages, in the order of the quote.</param>
/// <param name="Differences">In code points of the quote.</param>
internal sealed record QuoteFinding(Verdict Verdict, IReadOnlyList<int> Passages, IReadOnlyList<(int Start, int Length)> Differences);

/// <summary>Lays the sentences of a quote on passages, by the hashes of their runs: the text of the document is not needed.</summary>
internal sealed class QuoteCheck(Snapshot graph, Budget budget)
{
    private readonly Lazy<RunIndex> _index = new(() => RunIndex.Of(graph));

    public QuoteFinding Of(QuoteClaim claim)
    {
        var laid = Lay(claim);
        if (2 * laid.Sum(sentence => sentence.Covered()) < claim.Sentences.Sum(sentence => sentence.Tokens.Count))
            return new QuoteFinding(Verdict.NotFound, [], []);
        var differences = laid.SelectMany(sentence => sentence.Differences()).Concat(OutOfOrder(laid)).Order().ToList();
        List<int> passages = [.. laid.Select(sentence => sentence.Passage).OfType<int>()];
        return new QuoteFinding(
            differences.Count == 0 ? Verdict.Exact : Verdict.Altered,
            [.. passages.Where((passage, i) => i == 0 || passages[i - 1] != passage)],
            InCodePoints(claim.Text, differences));
    }

    private List<LaidSentence> Lay(QuoteClaim claim)
    {
        var candidates = claim.Sentences.Select(sentence => Candidates(sentence, claim.Document)).ToList();
        // Where a sentence stands in several places, it is meant where most of the others stand.
        var common = candidates.SelectMany(rows => rows.Select(row => graph.Passages[row].Document).Distinct()).CountBy(document => document).ToDictionary();
        var laid = new List<LaidSentence>();
        var last = -1;
        foreach (var (sentence, rows) in claim.Sentences.Zip(candidates))
        {
            var passage = rows.Count == 0 ? (int?)null
                : rows.OrderByDescending(row => common[graph.Passages[row].Document]).ThenBy(row => row < last).ThenBy(row => row).First();
            laid.Add(new LaidSentence(sentence, passage, Found(sentence, passage)));
            last = passage ?? last;
        }
        return laid;
    }

    /// <summary>The passages that have most of the runs of a sentence.</summary>
    private List<int> Candidates(QuotedSentence sentence, int? document)
    {
        var (first, end) = document is { } only ? (graph.Documents[only].FirstPassage, graph.Documents[only].FirstPassage + graph.Documents[only].Document.Passages.Count) : (0, int.MaxValue);
        var counts = new Dictionary<int, int>();
        foreach (var run in sentence.Runs)
        {
            var passages = _index.Value.PassagesWith(run);
            if (!budget.Take(passages.Length + 1))
                return [];
            foreach (var passage in passages)
            {
                if (passage >= first && passage < end)
                    counts[passage] = counts.GetValueOrDefault(passage) + 1;
            }
        }
        var most = counts.Count == 0 ? 0 : counts.Values.Max();
        return [.. counts.Where(count => count.Value == most).Select(count => count.Key)];
    }

    private bool[] Found(QuotedSentence sentence, int? passage) =>
        Array.ConvertAll(sentence.Runs, run => passage is { } row && _index.Value.PassagesWith(run).BinarySearch(row) >= 0);

    /// <summary>The beginnings of sentences that do not follow, in the document, on the one before.</summary>
    private IEnumerable<(int Start, int End)> OutOfOrder(List<LaidSentence> laid)
    {
        LaidSentence? before = null;
        foreach (var sentence in laid.Where(sentence => sentence.Passage is not null))
        {
            if (before is not null && !Follows(before, sentence))
                yield return (sentence.Sentence.Tokens[0].Start, sentence.Sentence.Tokens[0].Start);
            before = sentence;
        }
    }

    private bool Follows(LaidSentence before, LaidSentence next)
    {
        var (passage, other) = (graph.Passages[before.Passage!.Value], graph.Passages[next.Passage!.Value]);
        if (passage != other)
            return passage.Document == other.Document && before.Passage < next.Passage;
        // A passage whose line is broken in the quote: nothing may be missing at the break.
        var runs = passage.Passage.Runs.ConvertAll(Packs.Runs.Bits);
        return Enumerable.Range(0, Math.Max(0, runs.Count - Packs.Runs.Length))
            .Any(at => runs[at] == before.Sentence.Runs[^1] && runs[at + Packs.Runs.Length] == next.Sentence.Runs[0]);
    }

    private static List<(int Start, int Length)> InCodePoints(string quote, List<(int Start, int End)> differences)
    {
        if (differences.Count == 0)
            return [];
        var before = new int[quote.Length + 1];
        for (var i = 0; i < quote.Length; i++)
            before[i + 1] = before[i] + (char.IsLowSurrogate(quote[i]) ? 0 : 1);
        return differences.ConvertAll(difference => (before[difference.Start], before[difference.End] - before[difference.Start]));
    }
}
