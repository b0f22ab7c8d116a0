using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>
/// A fact with what its statements make of it. A value: those of a page lie side by side, so that whoever follows a relation waits for memory once.
/// </summary>
internal readonly record struct FactRow : IRow<FactRow>
{
    public required int Subject { get; init; }

    /// <summary>The row of the object; -1 for an attribute.</summary>
    public required int Object { get; init; }

    /// <summary>Null for an attribute.</summary>
    public required PredicateRow? Predicate { get; init; }

    /// <summary>What few facts have: a literal, a time.</summary>
    private Aside? Rare { get; init; }

    /// <summary>The statements that make it, the strongest first.</summary>
    public required int[] Statements { get; init; }

    /// <summary>Whose view it is, over the statements that have the fact's own strength; by id.</summary>
    public required int[] AttributedTo { get; init; }
    public required long Revision { get; init; }
    public required Strength Strength { get; init; }
    public required bool Negated { get; init; }
    public bool Contested { get; init; }

    /// <summary>Null for a relation.</summary>
    public Literal? Literal => Rare?.Literal;

    /// <summary>When it held; null where the source does not say.</summary>
    public Period? Period => Rare?.Period;

    /// <summary>Whether it is the source's own and put as being so, and no denial: what typed attributes and filters go by.</summary>
    public bool IsPlain => Strength == Strength.Strongest && !Negated;

    public bool IsAttribute => Predicate is null;

    /// <summary>The predicate's id, or the attribute's name.</summary>
    public string Name => Predicate?.Id ?? Literal!.Name;

    public static bool IsThere(in FactRow row) => row.Statements is not null;

    /// <summary>A fact of these parts before any statement has come to it.</summary>
    public static FactRow Of(FactKey key, long revision = 0) => new()
    {
        Subject = key.Subject,
        Object = key.Object,
        Predicate = key.Predicate,
        Rare = key.Literal is null && key.Period is null ? null : new(key.Literal, key.Period),
        Negated = key.Negated,
        Statements = [],
        Strength = default,
        AttributedTo = [],
        Revision = revision,
    };

    /// <summary>The entity at the other end of a relation.</summary>
    public int OtherEnd(int entity) => Subject == entity ? Object : Subject;

    private sealed record Aside(Literal? Literal, Period? Period);
}

/// <summary>What an attribute says: its name and the value as the source has it.</summary>
internal sealed record Literal(string Name, string Value);

/// <summary>When a relation held; a bound that is missing is open.</summary>
internal sealed record Period(PartialDate? From, PartialDate? To)
{
    public static Period? Of(PartialDate? from, PartialDate? to) => from is null && to is null ? null : new(from, to);
}

/// <summary>A fact by its parts: what makes it the one that it is.</summary>
internal readonly record struct FactKey(int Subject, bool Negated, PredicateRow? Predicate, int Object, Literal? Literal, Period? Period)
{
    public static FactKey Of(in FactRow row) => new(row.Subject, row.Negated, row.Predicate, row.Object, row.Literal, row.Period);

    /// <summary>The parts of a fact whose ends are there.</summary>
    public static FactKey Of(Fact fact, Func<string, int> rowOf, Schema schema)
    {
        var (subject, period) = (rowOf(fact.Subject), Period.Of(fact.ValidFrom, fact.ValidTo));
        return fact.IsAttribute
            ? new FactKey(subject, fact.Negated, null, -1, new Literal(fact.Name, fact.Target), period)
            : new FactKey(subject, fact.Negated, schema.Find(fact.Name), rowOf(fact.Target), null, period);
    }
}
