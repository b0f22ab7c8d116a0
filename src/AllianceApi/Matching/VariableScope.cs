using System.Buffers;
using AllianceApi.Http;

namespace AllianceApi.Matching;

/// <summary>What a variable stands for, by where it stands.</summary>
internal enum VariableUse
{
    Entity,
    Literal,

    /// <summary>Either: the third of a term whose second is a variable.</summary>
    Either,
    Name,
}

/// <summary>The variables of a request: their numbers, and what each stands for.</summary>
internal sealed class VariableScope(BodyReader body)
{
    private const int LongestName = 51;

    private static readonly SearchValues<char> Following = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (VariableUse Use, string Pointer)> _uses = [];

    public List<string> Names { get; } = [];

    /// <summary>From here on new variables belong to one term alone, whatever others are called.</summary>
    public string? PrivateTo { get; set; }

    /// <summary>The number of a variable that terms have; -1 where none has it.</summary>
    public int Find(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <returns>The number of the variable, or null where the text is no name of one.</returns>
    public int? Use(string name, VariableUse use, string pointer)
    {
        if (!IsName(name))
        {
            body.Refuse(pointer, $"'{BodyReader.Short(name)}' is no variable: write a question mark, a letter, and up to 49 letters, digits, hyphens or underscores, as in ?a or ?position.");
            return null;
        }
        if (!_numbers.TryGetValue(name, out var number) && !(PrivateTo is not null && _numbers.TryGetValue(name + PrivateTo, out number)))
        {
            number = Names.Count;
            _numbers.Add(name + PrivateTo, number);
            Names.Add(name);
        }
        Check(number, use, pointer);
        return number;
    }

    private void Check(int number, VariableUse use, string pointer)
    {
        if (!_uses.TryGetValue(number, out var before) || before.Use == VariableUse.Either && use != VariableUse.Name)
            _uses[number] = (use, pointer);
        else if (before.Use != use && (use != VariableUse.Either || before.Use == VariableUse.Name))
            body.Refuse(pointer, $"{Names[number]} stands for {Word(use)} here and for {Word(before.Use)} at {before.Pointer}. Use two variables.");
    }

    private static string Word(VariableUse use) => use switch
    {
        VariableUse.Entity => "an entity",
        VariableUse.Literal => "a literal",
        VariableUse.Name => "a predicate or attribute",
        _ => "an entity or a literal",
    };

    /// <summary>Whether a text is a question mark, a letter, and few enough of what may follow one.</summary>
    private static bool IsName(string text) =>
        text is ['?', var first, ..] && char.IsAsciiLetter(first) && text.Length <= LongestName && !text.AsSpan(2).ContainsAnyExcept(Following);
}
