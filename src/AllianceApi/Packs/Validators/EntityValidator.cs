using AllianceApi.Kinds;
using FluentValidation;
using FluentValidation.Results;

namespace AllianceApi.Packs.Validators;

/// <summary>The form of an entity's members.</summary>
internal sealed class EntityValidator : AbstractValidator<Entity>
{
    public EntityValidator()
    {
        RuleFor(entity => entity.Id).Id();
        RuleFor(entity => entity.Name).Text(Limits.Name);
        RuleForEach(entity => entity.Aliases).Text(Limits.Name);
        RuleFor(entity => entity).Custom((entity, context) => CheckAliases(entity, context));
        RuleFor(entity => entity.Summary).Text(Limits.Text);
        RuleForEach(entity => entity.SameAs).Text(Limits.Url);
        RuleForEach(entity => entity.SameAs).Must("Write an absolute URL: https://www.wikidata.org/entity/Q884.", IsUrl,
            text => $"'{TextRules.Short(text)}' is no http or https URL.");
        RuleFor(entity => entity).Custom((entity, context) => CheckMembers(entity, context));
    }

    private static void CheckAliases(Entity entity, ValidationContext<Entity> context)
    {
        var same = entity.Aliases.FindIndex(alias => alias.Length > 0 && alias == entity.Name);
        if (same >= 0)
            context.AddFailure(new ValidationFailure($"aliases[{same}]", "the alias is the name itself.") { CustomState = "Take it out." });
    }

    private static void CheckMembers(Entity entity, ValidationContext<Entity> context)
    {
        foreach (var member in Catalogue.Of(entity).Members.Where(member => member.Type is FieldType.Text))
        {
            if (member.Read(entity) is { Length: > 0 } text && TextRules.Fault(text, Limits.Text) is var (message, mend))
                context.AddFailure(new ValidationFailure(member.Name, message) { CustomState = mend });
        }
    }

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0;
}
