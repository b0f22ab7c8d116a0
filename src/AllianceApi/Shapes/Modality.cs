namespace AllianceApi.Shapes;

/// <summary>How sure a statement is put: <c>asserted</c>, <c>projected</c> (expected, likely, to come) or <c>possible</c> (may, might, could).</summary>
public enum Modality : byte
{
    /// <summary>Put as being so.</summary>
    Asserted,

    /// <summary>Put as expected, likely or to come.</summary>
    Projected,

    /// <summary>Put as something that may or might be, or that is under discussion.</summary>
    Possible,
}
