namespace AllianceApi.Graph.Search;

/// <summary>A word as it is asked for: its normal form, or where it is joined by hyphens the forms of its parts and of the whole.</summary>
internal sealed record Element(IReadOnlyList<string> Parts, string? Whole);

/// <summary>Something that a record must have, or must not.</summary>
/// <param name="Elements">The words, which must follow each other where they are several; none for a beginning.</param>
/// <param name="Beginning">The beginning of a word as written, folded.</param>
internal sealed record Clause(IReadOnlyList<Element> Elements, string? Beginning, bool Excluded)
{
    /// <summary>The normal form, where it is one plain word.</summary>
    public string? Word => Elements is [{ Whole: null, Parts: [var word] }] ? word : null;
}

/// <summary>A word of the question as it was typed, to be put right where nothing has it.</summary>
/// <param name="Start">Where it stands in the question, in UTF-16 units.</param>
internal readonly record struct TypedWord(int Start, int Length, string Form);

/// <summary>A question, understood.</summary>
internal sealed record SearchQuery(string Text, IReadOnlyList<Clause> Clauses, IReadOnlyList<TypedWord> Typed)
{
    public IEnumerable<Clause> Wanted => Clauses.Where(clause => !clause.Excluded);
}
