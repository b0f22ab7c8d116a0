namespace AllianceApi.Shapes;

/// <summary>Whether a fact held on the date that <c>at=</c> asks for. What surely did not is left out.</summary>
public enum HeldThen
{
    /// <summary>All of the date surely lies within the time of the fact.</summary>
    Yes,

    /// <summary>The source does not say so surely, or gives no time at all.</summary>
    Unknown,
}
