namespace AllianceApi.Shapes;

/// <summary>Whose voice a statement is in: <c>stated</c> is the source's own, <c>attributed</c> is reported as somebody's view.</summary>
public enum Standing : byte
{
    /// <summary>The source says it in its own voice.</summary>
    Stated,

    /// <summary>The source reports it as the view of those named in <c>attributedTo</c>.</summary>
    Attributed,
}
