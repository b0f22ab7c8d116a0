using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>An entity of a snapshot: what lists and details read, its JSON escaped once.</summary>
internal sealed class EntityRow
{
    public required Entity Entity { get; init; }
    public required Kind Kind { get; init; }

    /// <summary>The name as lists sort it.</summary>
    public required string Fold { get; init; }

    /// <summary>The words of name, aliases and summary, as <c>q=</c> finds them.</summary>
    public required string Words { get; init; }

    /// <summary>The reference, a JSON object.</summary>
    public required byte[] Reference { get; init; }

    /// <summary>The members common to all kinds, from <c>aliases</c> to <c>sameAs</c>.</summary>
    public byte[] Common { get; set; } = [];

    /// <summary>The typed members and attributes, each behind a comma; empty where there are none.</summary>
    public byte[] Typed { get; set; } = [];

    /// <summary>The end, from <c>contested</c> to <c>links</c>.</summary>
    public byte[] Tail { get; set; } = [];

    /// <summary>Its relations, a group behind the other, in each by id.</summary>
    public int[] Relations { get; set; } = [];
    public Group[] Groups { get; set; } = [];
    public int[] Attributes { get; set; } = [];

    /// <summary>The statements that mention it, in their order.</summary>
    public int[] Statements { get; set; } = [];

    /// <summary>The names on which its stated and asserted facts contradict each other.</summary>
    public IReadOnlyList<string> Contested { get; set; } = [];

    public string Id => Entity.Id;
}

/// <summary>Some of an entity's relations: those under one predicate in one direction.</summary>
internal readonly record struct Group(PredicateRow Predicate, GroupDirection Direction, int Start, int Count);

/// <summary>A fact with what its statements make of it.</summary>
internal sealed class FactRow
{
    public required int Subject { get; init; }

    /// <summary>The row of the object; -1 for an attribute.</summary>
    public required int Object { get; init; }

    /// <summary>Null for an attribute.</summary>
    public required PredicateRow? Predicate { get; init; }

    /// <summary>Null for a relation.</summary>
    public required Literal? Literal { get; init; }

    /// <summary>When it held; null where the source does not say.</summary>
    public required Period? Period { get; init; }
    public required bool Negated { get; init; }

    /// <summary>The statements that make it, the strongest first.</summary>
    public required int[] Statements { get; init; }
    public required Strength Strength { get; init; }

    /// <summary>Whose view it is, over the statements that have the fact's own strength; by id.</summary>
    public required int[] AttributedTo { get; init; }
    public required long Revision { get; init; }
    public bool Contested { get; set; }

    /// <summary>Whether it is the source's own and put as being so, and no denial: what typed attributes and filters go by.</summary>
    public bool IsPlain => Strength == Strength.Strongest && !Negated;

    public bool IsAttribute => Literal is not null;

    /// <summary>The predicate's id, or the attribute's name.</summary>
    public string Name => Predicate?.Id ?? Literal!.Name;

    /// <summary>The entity at the other end of a relation.</summary>
    public int OtherEnd(int entity) => Subject == entity ? Object : Subject;
}

/// <summary>What an attribute says: its name and the value as the source has it.</summary>
internal sealed record Literal(string Name, string Value);

/// <summary>When a relation held; a bound that is missing is open.</summary>
internal sealed record Period(PartialDate? From, PartialDate? To)
{
    public static Period? Of(PartialDate? from, PartialDate? to) => from is null && to is null ? null : new(from, to);
}

/// <summary>A statement with its JSON escaped once.</summary>
internal sealed class StatementRow
{
    public required Statement Statement { get; init; }
    public required int Document { get; init; }

    /// <summary>The passages that it cites, as rows of all passages.</summary>
    public required int[] Passages { get; init; }

    /// <summary>Its bearers, by id.</summary>
    public required int[] AttributedTo { get; init; }
    public int[] Asserts { get; set; } = [];
    public int[] Denies { get; set; } = [];

    /// <summary>The ends of its facts and its bearers, by id.</summary>
    public int[] Mentions { get; set; } = [];
    public required string Words { get; init; }

    /// <summary>From <c>text</c> to <c>modality</c>.</summary>
    public required byte[] Core { get; init; }

    /// <summary>The passages with their document, a JSON array.</summary>
    public required byte[] Cited { get; init; }
    public string Id => Statement.Id;
    public Strength Strength => new(Statement.Standing, Statement.Modality);
}

/// <summary>A passage and the statements on it.</summary>
internal sealed class PassageRow
{
    public required Passage Passage { get; init; }
    public required int Document { get; init; }
    public int[] Statements { get; set; } = [];
}

/// <summary>A document and which passages are its own.</summary>
internal sealed class DocumentRow
{
    public required Document Document { get; init; }

    /// <summary>The row of its first passage; the others follow it.</summary>
    public required int FirstPassage { get; init; }
    public int Cited { get; set; }
    public string Id => Document.Id;
}

/// <summary>A predicate of a snapshot, with the JSON of both ways of reading it.</summary>
internal sealed class PredicateRow
{
    public required Predicate Predicate { get; init; }

    /// <summary>Id and label, as it reads from the subject.</summary>
    public required byte[] Reference { get; init; }

    /// <summary>Its own id with the label that reads from the object.</summary>
    public required byte[] InverseReference { get; init; }

    /// <summary>How many relations, denied ones included, are under it.</summary>
    public int Count { get; set; }
    public string Id => Predicate.Id;
}
