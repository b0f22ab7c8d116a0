using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>What a match is asked for: terms that must hold together, terms that may, terms that must not, and the variables to show.</summary>
internal sealed record Pattern
{
    public required IReadOnlyList<Term> Where { get; init; }

    /// <summary>Joined one by one, in order; each leaves its variables out where it finds nothing.</summary>
    public IReadOnlyList<Term> Optional { get; init; } = [];

    /// <summary>A row goes if one of these finds a fact for it.</summary>
    public IReadOnlyList<Term> Not { get; init; } = [];

    /// <summary>The names of the variables, by their numbers; one that only a <c>not</c> has is its own, whatever others are called.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    public required IReadOnlyList<int> Select { get; init; }

    public bool Distinct { get; init; } = true;

    /// <summary>Which facts count: their standing, modality, and whether denied ones do.</summary>
    public Walk Facts { get; init; } = new();

    /// <summary>The terms that bind variables, by their numbers: those of <c>where</c>, then the optional ones.</summary>
    public Term TermAt(int number) => number < Where.Count ? Where[number] : Optional[number - Where.Count];
}

/// <summary>One condition: what is said, of what, and what it says. An inverse is read from its subject, so ends may stand the other way than they were written.</summary>
/// <param name="Pointer">Where in the request it stands.</param>
/// <param name="Text">As it was written, in JSON; null where nobody wants to see it.</param>
internal sealed record Term(End Subject, Name Name, End Object, string Pointer, string? Text)
{
    /// <summary>The numbers of its variables, each once.</summary>
    public IReadOnlyList<int> Variables
    {
        get
        {
            var variables = new List<int>(3);
            foreach (var variable in (ReadOnlySpan<int>)[Subject.Variable, Name.Variable, Object.Variable])
            {
                if (variable >= 0 && !variables.Contains(variable))
                    variables.Add(variable);
            }
            return variables;
        }
    }
}

/// <summary>What stands at an end of a term: a variable, an entity, or a test that a literal must pass.</summary>
internal readonly record struct End(int Variable, int Entity, Comparison? Test)
{
    public static End Of(int variable) => new(variable, -1, null);

    public static End Named(int entity) => new(-1, entity, null);

    public static End Passing(Comparison test) => new(-1, -1, test);
}

/// <summary>What sort of thing a term says.</summary>
internal enum NameType
{
    Relation,

    /// <summary>A chain of relations under a transitive predicate.</summary>
    Chain,
    Attribute,

    /// <summary>A member of entities, their kind or their name.</summary>
    Member,

    /// <summary>A variable over predicates and attributes.</summary>
    Any,
}

/// <summary>What a term says: under which predicate, attribute or member.</summary>
internal readonly record struct Name(NameType Type, string Id, PredicateRow? Predicate, int Variable)
{
    public static Name Of(PredicateRow predicate, bool chain) => new(chain ? NameType.Chain : NameType.Relation, predicate.Id, predicate, -1);

    public static Name Attribute(string id) => new(NameType.Attribute, id, null, -1);

    public static Name Member(string id) => new(NameType.Member, id, null, -1);

    public static Name Any(int variable) => new(NameType.Any, "", null, variable);
}

/// <summary>What a variable is bound to: an entity or a text; neither where it is not.</summary>
internal readonly record struct Value(int Entity, string? Text)
{
    public static readonly Value None = new(-1, null);

    public bool IsBound => Entity >= 0 || Text is not null;

    public static Value Of(int entity) => new(entity, null);

    public static Value Of(string text) => new(-1, text);
}
