namespace AllianceApi.Verification;

/// <summary>What comes of a claim. The first five are of triples, the others of quotes.</summary>
public enum Verdict
{
    /// <summary>Statements assert it, and nothing speaks as strongly against it.</summary>
    Affirmed,

    /// <summary>Statements deny it, more strongly than any assert it.</summary>
    Denied,

    /// <summary>As strongly asserted as it is denied or excluded.</summary>
    Contested,

    /// <summary>What the source states and asserts excludes it: another value where there can be one only, or a relation that cannot hold beside it.</summary>
    Contradicted,

    /// <summary>The graph says nothing of it, which is no denial.</summary>
    Unknown,

    /// <summary>The words stand there so; letter case and punctuation aside.</summary>
    Exact,

    /// <summary>At least half of the words stand there so.</summary>
    Altered,

    /// <summary>Less than half of the words stand in any passage so.</summary>
    NotFound,
}
