namespace AllianceApi.Graph.Algorithms;

/// <summary>
/// PageRank: how often somebody would be at an entity who follows relations at random, either way, and now and then begins anew anywhere.
/// </summary>
internal static class PageRank
{
    /// <summary>How often a relation is followed, and not begun anew.</summary>
    public const double Damping = 0.85;

    /// <summary>It ends when all scores together move by less.</summary>
    public const double Tolerance = 1e-9;

    public const int MostRounds = 100;

    /// <summary>At most so many relations are followed in all, but never fewer than ten rounds: about a second's work.</summary>
    private const long MostSteps = 60_000_000;

    /// <summary>By row; they add up to 1 over the rows that exist.</summary>
    public static double[] Of(EdgeList links, IReadOnlyCollection<int> rows)
    {
        var scores = new double[links.Degrees.Length];
        var next = new double[links.Degrees.Length];
        foreach (var row in rows)
            scores[row] = 1.0 / rows.Count;
        var rounds = Math.Clamp(MostSteps / Math.Max(1, links.From.Length), 10, MostRounds);
        for (var round = 0; round < rounds; round++)
        {
            Follow(links, rows, scores, next);
            var moved = 0.0;
            foreach (var row in rows)
                moved += Math.Abs(next[row] - scores[row]);
            (scores, next) = (next, scores);
            if (moved < Tolerance)
                break;
        }
        return scores;
    }

    private static void Follow(EdgeList links, IReadOnlyCollection<int> rows, double[] scores, double[] next)
    {
        var lost = 0.0;
        foreach (var row in rows)
        {
            if (links.Degrees[row] == 0)
                lost += scores[row];
        }
        var anew = (1 - Damping + (Damping * lost)) / Math.Max(1, rows.Count);
        foreach (var row in rows)
            next[row] = anew;
        for (var i = 0; i < links.From.Length; i++)
        {
            var (from, to) = (links.From[i], links.To[i]);
            next[to] += Damping * scores[from] / links.Degrees[from];
            if (from != to)
                next[from] += Damping * scores[to] / links.Degrees[to];
        }
    }
}
