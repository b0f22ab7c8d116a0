using AllianceApi.Shapes;

namespace AllianceApi.Graph.Patterns;

/// <summary>How a literal is compared.</summary>
internal enum Operator
{
    Eq,
    In,
    StartsWith,
    Gte,
    Gt,
    Lte,
    Lt,
}

/// <summary>What a literal must pass: every one of its conditions.</summary>
internal sealed record Comparison(IReadOnlyList<Condition> Conditions)
{
    /// <summary>The texts that it is one of, where it asks for just that.</summary>
    public IReadOnlyList<string>? OneOf => Conditions is [{ Operator: Operator.Eq or Operator.In } only] ? only.Operands : null;

    public static Comparison Equal(params IReadOnlyList<string> texts) => new([new Condition(Operator.In, texts)]);

    public bool Holds(string value, bool isDate)
    {
        foreach (var condition in Conditions)
        {
            if (!condition.Holds(value, isDate))
                return false;
        }
        return true;
    }
}

/// <summary>One condition. Dates compare as the filters of lists do, keeping what surely holds; other texts by their fold, for equality and beginning only.</summary>
internal sealed class Condition
{
    private readonly string[] _folds;
    private readonly PartialDate[] _dates;

    public Condition(Operator comparison, IReadOnlyList<string> operands)
    {
        (Operator, Operands) = (comparison, operands);
        _folds = [.. operands.Select(operand => Fold.Text(operand))];
        _dates = [.. operands.Select(operand => PartialDate.TryParse(operand, null, out var date) ? date : (PartialDate?)null).OfType<PartialDate>()];
    }

    public Operator Operator { get; }

    public IReadOnlyList<string> Operands { get; }

    public bool Holds(string value, bool isDate)
    {
        if (Operator == Operator.StartsWith)
            return Fold.Text(value).StartsWith(_folds[0], StringComparison.Ordinal);
        if (!isDate)
            return Operator is Operator.Eq or Operator.In && _folds.Contains(Fold.Text(value));
        var date = Dates.Of(value);
        return Array.Exists(_dates, bound => Compare(date, bound));
    }

    private bool Compare(PartialDate date, PartialDate bound) => Operator switch
    {
        Operator.Gte => date.First >= bound.First,
        Operator.Gt => date.First > bound.Last,
        Operator.Lte => date.Last <= bound.Last,
        Operator.Lt => date.Last < bound.First,
        _ => bound.Covers(date),
    };
}
