using AllianceApi.Graph;
using FluentValidation;

namespace AllianceApi.Packs.Validators;

/// <summary>The form of a predicate.</summary>
internal sealed class PredicateValidator : AbstractValidator<Predicate>
{
    public PredicateValidator()
    {
        RuleFor(predicate => predicate.Id).Id();
        RuleFor(predicate => predicate.Label).Text(Limits.Name);
        RuleFor(predicate => predicate.InverseId).Id();
        RuleFor(predicate => predicate.InverseLabel).Text(Limits.Name);
        RuleFor(predicate => predicate.Definition).Text(Limits.Text);
    }
}
