using AllianceApi.Packs;

namespace AllianceApi.Verification;

/// <summary>A sentence of a quote on the passage that has most of its runs.</summary>
/// <param name="Passage">The row of the passage; null where none has any.</param>
/// <param name="Found">Which of the runs the passage has.</param>
internal sealed record LaidSentence(QuotedSentence Sentence, int? Passage, bool[] Found)
{
    public bool IsWhole => !Found.Contains(false);

    /// <summary>How many tokens lie in a run that the passage has.</summary>
    public int Covered()
    {
        var (covered, end) = (0, 0);
        for (var run = 0; run < Found.Length; run++)
        {
            if (!Found[run])
                continue;
            covered += run + Runs.Length - Math.Max(run, end);
            end = run + Runs.Length;
        }
        return covered;
    }

    /// <summary>
    /// Where the sentence departs from the passage, in UTF-16 units of the quote. Of a stretch of missing runs only the tokens that no run beside it has are in doubt,
    /// and up to the beginning or end of the sentence where the stretch reaches it; where no token is, something was left out or moved.
    /// </summary>
    public IEnumerable<(int Start, int End)> Differences()
    {
        var tokens = Sentence.Tokens;
        for (var first = Array.IndexOf(Found, false); first >= 0;)
        {
            var next = Array.IndexOf(Found, true, first);
            var last = next < 0 ? Found.Length - 1 : next - 1;
            var from = first == 0 ? 0 : first + Runs.Length - 1;
            var to = next < 0 ? tokens.Count - 1 : last;
            yield return from <= to ? (tokens[from].Start, tokens[to].End) : (tokens[to].End, tokens[to].End);
            first = next < 0 ? -1 : Array.IndexOf(Found, false, next);
        }
    }
}
