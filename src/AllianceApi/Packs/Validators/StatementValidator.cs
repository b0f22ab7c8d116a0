using AllianceApi.Graph;
using FluentValidation;

namespace AllianceApi.Packs.Validators;

/// <summary>The form of a statement.</summary>
internal sealed class StatementValidator : AbstractValidator<Statement>
{
    public StatementValidator()
    {
        RuleFor(statement => statement.Id).Id();
        RuleFor(statement => statement.Text).Text(Limits.Text);
        RuleFor(statement => statement.Qualifier).Text(Limits.Qualifier);
    }
}
