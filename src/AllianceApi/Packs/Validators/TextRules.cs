using System.Globalization;
using System.Text;
using AllianceApi.Graph;
using AllianceApi.Shapes;
using FluentValidation;
using FluentValidation.Results;

namespace AllianceApi.Packs.Validators;

/// <summary>
/// The form of ids and texts. What is missing is the schema's to tell: an empty value passes. The mend of a failure is its custom state.
/// </summary>
internal static class TextRules
{
    public static IRuleBuilderOptionsConditions<T, string?> Id<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(PublicId.Form, text => PublicId.IsValid(text), text => $"'{Short(text)}' is no id.");

    public static IRuleBuilderOptionsConditions<T, string?> Date<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(PartialDate.Form, text => PartialDate.TryParse(text, null, out _), text => $"'{Short(text)}' is no date.");

    public static IRuleBuilderOptionsConditions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int longest) => rule.Custom((text, context) =>
    {
        if (!string.IsNullOrEmpty(text) && Fault(text, longest) is var (message, mend))
            context.Fail(message, mend);
    });

    public static IRuleBuilderOptionsConditions<T, string?> Must<T>(
        this IRuleBuilder<T, string?> rule, string mend, Func<string, bool> allowed, Func<string, string> message) => rule.Custom((text, context) =>
    {
        if (!string.IsNullOrEmpty(text) && !allowed(text))
            context.Fail(message(text), mend);
    });

    public static void Fail<T>(this ValidationContext<T> context, string message, string mend) =>
        context.AddFailure(new ValidationFailure(context.PropertyPath, message) { CustomState = mend });

    /// <summary>What is wrong with a text, and its mend.</summary>
    public static (string Message, string Mend)? Fault(string text, int longest)
    {
        // Most texts are printable ASCII.
        if (text.Length <= longest && text is not ([' ', ..] or [.., ' ']) && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
                return Unprintable(text, rune);
        }
        if (text.Trim().Length != text.Length)
            return ("the text has white space at its beginning or end.", "Take it away; a block of several lines begins with '>-'.");
        if (!text.IsNormalized())
            return ("the text is not in Unicode's composed form (NFC).", "Write accented letters as one character.");
        var length = DocumentSplitter.CodePoints(text);
        return length <= longest ? null
            : (string.Create(CultureInfo.InvariantCulture, $"the text has {length} characters; {longest} are allowed."), "Shorten it.");
    }

    public static string Short(string text) => text.Length <= 60 ? text : $"{text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)]}…";

    /// <summary>A lone surrogate is enumerated as the replacement character, which nobody writes on purpose.</summary>
    private static (string Message, string Mend) Unprintable(string text, Rune rune) => rune.Value is '\n' or '\r'
        ? text.TrimEnd('\n').Contains('\n', StringComparison.Ordinal) || rune.Value is '\r'
            ? ("the text has a line break.", "Make it one line; a block of several lines begins with '>-'.")
            : ("the text ends with a line break.", "Begin the block with '>-' instead of '>' or '|'.")
        : (string.Create(CultureInfo.InvariantCulture, $"the text has a character that cannot be shown (U+{rune.Value:X4})."), "Take it out.");
}
