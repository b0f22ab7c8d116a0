namespace AllianceApi.Packs;

/// <summary>How long what people write may be, in Unicode code points, and how much a statement may cite.</summary>
internal static class Limits
{
    /// <summary>A name, an alias, a label, a title.</summary>
    public const int Name = 300;

    /// <summary>A text, a summary, a definition, a question, a literal.</summary>
    public const int Text = 2000;

    public const int Qualifier = 500;

    public const int Url = 2000;

    public const int Passages = 3;
}
