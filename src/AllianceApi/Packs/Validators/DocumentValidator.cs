using System.Text.RegularExpressions;
using AllianceApi.Graph;
using FluentValidation;

namespace AllianceApi.Packs.Validators;

/// <summary>The form of a document, its sections and passages.</summary>
internal sealed partial class DocumentValidator : AbstractValidator<Document>
{
    private const string HashForm = "Write 64 lower-case hex digits.";

    public DocumentValidator()
    {
        RuleFor(document => document.Id).Id();
        RuleFor(document => document.Title).Text(Limits.Name);
        RuleFor(document => document.Language).Must("Write a BCP 47 tag: en, ko, zh-Hant.", text => Language().IsMatch(text),
            text => $"'{TextRules.Short(text)}' is no language.");
        RuleFor(document => document.Sha256).Must(HashForm, IsHash, text => $"'{TextRules.Short(text)}' is no SHA-256.");
        RuleForEach(document => document.Sections).ChildRules(section =>
        {
            section.RuleFor(part => part.Id).Id();
            section.RuleFor(part => part.Title).Text(Limits.Name);
        });
        RuleForEach(document => document.Passages).ChildRules(passage =>
        {
            passage.RuleFor(part => part.Locator).Must(
                "A locator is a section, '.p' and the paragraph, 's' and the sentence: origins.p1s1.", IsLocator,
                    text => $"'{TextRules.Short(text)}' is no locator.");
            passage.RuleFor(part => part.Sha256).Must(HashForm, IsHash, text => $"'{TextRules.Short(text)}' is no SHA-256.");
            passage.RuleForEach(part => part.Runs).Must("Write 12 lower-case hex digits, quoted.", text => Run().IsMatch(text),
                text => $"'{TextRules.Short(text)}' is no hash of a run.");
        });
    }

    private static bool IsHash(string text) => Hash().IsMatch(text);

    private static bool IsLocator(string text) => Locator().IsMatch(text) && PublicId.IsValid(text.AsSpan(0, text.LastIndexOf('.')));

    [GeneratedRegex(DocumentSchema.LanguagePattern, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();

    [GeneratedRegex(DocumentSchema.Sha256Pattern, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(DocumentSchema.RunPattern, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();

    [GeneratedRegex(DocumentSchema.LocatorPattern, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Locator();
}
