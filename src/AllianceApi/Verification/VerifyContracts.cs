using AllianceApi.Shapes;

namespace AllianceApi.Verification;

/// <summary>Claims to hold against the graph, up to 1,000 at a time.</summary>
public sealed record VerifyRequest
{
    /// <summary>The claims; each has exactly one of <c>triple</c>, <c>quote</c> and <c>sentence</c>.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }
}

/// <summary>One claim: a fact, words said to stand in a document, or a sentence of one's own; of up to 10,000 characters.</summary>
public sealed record Claim
{
    /// <summary>A fact as <c>[subject, predicate, object]</c>: two ids of entities and a predicate or its inverse between them, or an id, an attribute and its value.</summary>
    /// <example>["reliance-on-nuclear-umbrella", "hinders", "denuclearization"]</example>
    public IReadOnlyList<string>? Triple { get; init; }

    /// <summary>Words that are said to stand in a document. At least one of its sentences has five words or more.</summary>
    public string? Quote { get; init; }

    /// <summary>The id of the document that a quote is said to be from; any unless told.</summary>
    /// <example>rok-us-alliance</example>
    public string? Document { get; init; }

    /// <summary>A sentence in any words, to find statements that bear on it.</summary>
    public string? Sentence { get; init; }
}

/// <summary>What the graph says to claims.</summary>
public sealed record VerifyResponse
{
    /// <summary>One for each claim, in the order of the request.</summary>
    public required IReadOnlyList<VerifiedClaim> Claims { get; init; }
}

/// <summary>What the graph says to one claim. Of a triple there are verdict, bearers and evidence, of a quote verdict, passages and differences, of a sentence the nearest statements.</summary>
public sealed record VerifiedClaim
{
    /// <summary>What comes of it; a sentence gets none.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Of a triple: whose voice the stronger side is in. A view is affirmed or denied as a view only. Absent where the graph says nothing.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Of a triple: how sure the stronger side is put.</summary>
    public Modality? Modality { get; init; }

    /// <summary>Of a triple: whose view the stronger side is, where it is one; of both sides where neither is stronger.</summary>
    public IReadOnlyList<Reference>? AttributedTo { get; init; }

    /// <summary>Of a triple, with <c>at</c>: whether what the stronger side says surely held then.</summary>
    public HeldThen? HeldThen { get; init; }

    /// <summary>Of a triple: the statements on both sides.</summary>
    public ClaimEvidence? Evidence { get; init; }

    /// <summary>Of a triple: the fact, stated and asserted, that cannot hold together with it.</summary>
    public StatementFact? Instead { get; init; }

    /// <summary>Of a quote: the passages that its sentences were laid on, in the order of the quote; empty where it was not found.</summary>
    public IReadOnlyList<PassageReference>? Passages { get; init; }

    /// <summary>Of a quote: where it departs from these passages; empty where it does not, or was not found.</summary>
    public IReadOnlyList<Difference>? Differences { get; init; }

    /// <summary>Of a sentence: up to five statements that share words with it, the nearest first. It is for a reader to say whether they bear it out.</summary>
    public IReadOnlyList<NearStatement>? Nearest { get; init; }
}

/// <summary>The statements that speak for a triple and against it.</summary>
public sealed record ClaimEvidence
{
    /// <summary>Those that assert it, the strongest first.</summary>
    public required IReadOnlyList<Evidence> Affirms { get; init; }

    /// <summary>Those that deny it, the strongest first, then those that assert what is named <c>instead</c>.</summary>
    public required IReadOnlyList<Evidence> Denies { get; init; }
}

/// <summary>A stretch of a quote, in Unicode code points.</summary>
public sealed record Difference
{
    /// <summary>Its first code point, from the beginning of the quote.</summary>
    public required int Start { get; init; }

    /// <summary>How many code points it has; 0 where something was left out there, or moved.</summary>
    public required int Length { get; init; }
}

/// <summary>A statement and how near it is to a sentence.</summary>
public sealed record NearStatement
{
    /// <summary>The more, and the rarer, the words that they share, the higher; to be compared within one answer only.</summary>
    public required double Score { get; init; }

    /// <summary>The statement, with the passages that it rests on.</summary>
    public required StatementResponse Statement { get; init; }
}
