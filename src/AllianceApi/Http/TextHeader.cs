namespace AllianceApi.Http;

/// <summary>Reads headers that people write.</summary>
internal static class TextHeader
{
    /// <summary>Why something is changed.</summary>
    public const string Note = "Change-Note";

    public const int LongestNote = 500;

    /// <param name="text">What the header says; null where it was not sent.</param>
    public static ProblemResult? Read(HttpRequest request, string header, int longest, out string? text)
    {
        text = null;
        if (!request.Headers.TryGetValue(header, out var values))
            return null;
        if (values.Count > 1)
            return Problem.InvalidHeader.With($"'{header}' is sent {values.Count} times. Send it once.");
        text = values[0]!.Trim();
        return text.Length > longest || text.Any(char.IsControl) || text.Contains('\uFFFD', StringComparison.Ordinal)
            ? Problem.InvalidHeader.With($"'{header}' cannot be used: at most {longest} characters of UTF-8, without control characters.")
            : null;
    }
}
