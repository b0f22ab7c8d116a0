using System.Text.RegularExpressions;

namespace AllianceApi.Packs.Yaml;

/// <summary>
/// What a scalar without quotes means. Readers of YAML disagree (<c>no</c> is a text to one and false to the other),
/// so whatever any of them takes for something else than a text must be quoted to be one.
/// </summary>
internal static partial class Scalars
{
    private const RegexOptions Exactly = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 1000;

    public static ScalarType TypeOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarType.Nothing,
        _ when plain.Length <= 5 && Booleans().IsMatch(plain) => ScalarType.Boolean,
        _ when !char.IsAsciiDigit(plain[0]) && plain[0] is not ('-' or '+' or '.') => ScalarType.Text,
        _ when Dates().IsMatch(plain) => ScalarType.Date,
        _ when Numbers().IsMatch(plain) => ScalarType.Number,
        _ => ScalarType.Text,
    };

    /// <summary>The type in words, for a message.</summary>
    public static string Word(ScalarType type) => type switch
    {
        ScalarType.Number => "a number",
        ScalarType.Boolean => "true or false",
        ScalarType.Date => "a date",
        ScalarType.Nothing => "nothing",
        _ => "a text",
    };

    [GeneratedRegex("^(true|false|yes|no|on|off)$", RegexOptions.IgnoreCase | Exactly, Patience)]
    private static partial Regex Booleans();

    [GeneratedRegex(@"^\d{4}-\d{1,2}(-\d{1,2}([Tt\s].*)?)?$", Exactly, Patience)]
    private static partial Regex Dates();

    /// <summary>Hexadecimal, octal, binary, base 60, decimal, infinite, or none at all.</summary>
    [GeneratedRegex(
        @"^([-+]?(0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*(:[0-5]?\d)+|" +
        @"(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)([eE][-+]?\d+)?|\.(inf|Inf|INF))|\.(nan|NaN|NAN))$", Exactly, Patience)]
    private static partial Regex Numbers();
}
