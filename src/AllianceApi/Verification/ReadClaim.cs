using AllianceApi.Graph;
using AllianceApi.Packs;

namespace AllianceApi.Verification;

/// <summary>A claim that can be held against the graph.</summary>
internal abstract record ReadClaim;

/// <summary>A fact as the graph would have it: inverses are turned, and merged entities are what stays of them.</summary>
/// <param name="Fact">What the fact would be; null where an end of it is not known, so that nothing can be said.</param>
internal sealed record TripleClaim(FactKey? Fact) : ReadClaim;

/// <summary>Words said to stand in a document.</summary>
/// <param name="Document">Its row; null where it may be any.</param>
/// <param name="Sentences">Those that are long enough to be placed.</param>
internal sealed record QuoteClaim(string Text, int? Document, IReadOnlyList<QuotedSentence> Sentences) : ReadClaim;

/// <summary>A sentence of one's own.</summary>
internal sealed record SentenceClaim(string Text) : ReadClaim;

/// <summary>A sentence of a quote: its tokens, placed in the whole quote, and its runs.</summary>
internal sealed record QuotedSentence(IReadOnlyList<Token> Tokens, ulong[] Runs)
{
    /// <summary>The sentences of a text that have a run.</summary>
    public static IReadOnlyList<QuotedSentence> Of(string text)
    {
        var sentences = new List<QuotedSentence>();
        foreach (var (start, end) in DocumentSplitter.SentencesOfLines(text))
        {
            var tokens = Packs.Runs.Tokens(text[start..end]);
            if (tokens.Count < Packs.Runs.Length)
                continue;
            sentences.Add(new QuotedSentence(
                [.. tokens.Select(token => token with { Start = start + token.Start, End = start + token.End })],
                [.. Packs.Runs.Of(tokens).Select(Packs.Runs.Bits)]));
        }
        return sentences;
    }
}
