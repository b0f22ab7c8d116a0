namespace AllianceApi.Graph.Search;

/// <summary>
/// How much a word says of a record, in one byte: the occurrences, weighted by field and by the length of the text, saturating as in BM25.
/// The reference lengths are fixed, so that the impact of a record does not depend on others, nor on what was there before.
/// </summary>
internal static class Impact
{
    private const float Saturation = 1.2f;

    private const float LengthMatters = 0.5f;

    /// <summary>What one occurrence counts in a text of so many words.</summary>
    public static float Of(SearchField field, int words)
    {
        var (weight, reference) = field switch
        {
            SearchField.Name => (4f, 3f),
            SearchField.Aliases => (3f, 3f),
            SearchField.Summary => (1f, 20f),
            SearchField.Text => (1.2f, 15f),
            _ => (0.6f, 5f),
        };
        return weight / (1 - LengthMatters + (LengthMatters * words / reference));
    }

    /// <summary>All occurrences of a word together, as a byte that is never 0.</summary>
    public static byte Byte(float occurrences) => (byte)Math.Clamp(MathF.Round(255 * occurrences / (Saturation + occurrences)), 1, 255);
}
