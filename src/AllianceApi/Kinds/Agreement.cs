using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>A named instrument beside the treaties: what the source calls an agreement or an arrangement by name.</summary>
public sealed record AgreementResponse : EntityResponse
{
    /// <summary>When it was signed, as exactly as the source says it.</summary>
    /// <example>1953</example>
    [FromSource]
    public PartialDate? Signed { get; init; }

    /// <summary>The date by which it is known, which need not be that of its signing.</summary>
    /// <example>1953</example>
    [FromSource]
    public PartialDate? Dated { get; init; }
}

internal sealed class Agreement : Entity;
