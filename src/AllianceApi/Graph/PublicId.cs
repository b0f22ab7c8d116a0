namespace AllianceApi.Graph;

/// <summary>The form of public ids: kebab-case, at most 100 characters.</summary>
internal static class PublicId
{
    public const int MaxLength = 100;

    public const string Form = "An id is kebab-case, at most 100 characters: lower-case letters and digits, in words joined by single hyphens.";

    public static bool IsValid(ReadOnlySpan<char> id)
    {
        if (id.IsEmpty || id.Length > MaxLength || id[0] == '-' || id[^1] == '-')
            return false;
        var last = '-';
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && (c != '-' || last == '-'))
                return false;
            last = c;
        }
        return true;
    }
}
