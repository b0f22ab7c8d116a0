using AllianceApi.Graph;
using AllianceApi.Graph.Patterns;

namespace AllianceApi.Tests.Graph.Patterns;

/// <summary>Finds the rows of a pattern by trying everything for every term: slow, and obviously right.</summary>
internal sealed class SlowMatch(Snapshot graph, Pattern pattern)
{
    private readonly HashSet<int> _known = [.. pattern.Where.Concat(pattern.Optional).SelectMany(term => term.Variables)];

    /// <summary>The values of the selected variables, a row each; rows alike as often as there are ways to make them.</summary>
    public IReadOnlyList<string> Rows()
    {
        IEnumerable<Dictionary<int, Value>> rows = [[]];
        foreach (var term in pattern.Where)
            rows = [.. rows.SelectMany(row => Matches(term, row))];
        var introduced = pattern.Where.SelectMany(term => term.Variables).ToHashSet();
        foreach (var term in pattern.Optional)
        {
            var before = introduced.ToHashSet();
            rows = [.. rows.SelectMany(row => Applies(term, row, before) && Matches(term, row) is { Count: > 0 } matches ? matches : [row])];
            introduced.UnionWith(term.Variables);
        }
        return [.. rows.Where(row => !pattern.Not.Any(term => Applies(term, row, _known) && Matches(term, row).Count > 0)).Select(Show)];
    }

    public string Show(IReadOnlyDictionary<int, Value> row) => string.Join(' ', pattern.Select.Select(variable => row.TryGetValue(variable, out var value) ? value.ToString() : "-"));

    private static bool Applies(Term term, Dictionary<int, Value> row, HashSet<int> shared) => term.Variables.Where(shared.Contains).All(row.ContainsKey);

    private List<Dictionary<int, Value>> Matches(Term term, Dictionary<int, Value> row)
    {
        var matches = new List<Dictionary<int, Value>>();
        foreach (var (subject, name, target) in Triples(term))
        {
            var extended = new Dictionary<int, Value>(row);
            if (Fits(term.Subject, subject, extended) && Fits(term.Name.Variable, Value.Of(name), extended)
                && (term.Object.Test is { } test ? target.Text is { } text && test.Holds(text, LiteralNames.IsDate(name)) : Fits(term.Object, target, extended)))
                matches.Add(extended);
        }
        return matches;
    }

    private static bool Fits(End end, Value value, Dictionary<int, Value> row) => end.Variable >= 0 ? Fits(end.Variable, value, row) : end.Entity == value.Entity;

    private static bool Fits(int variable, Value value, Dictionary<int, Value> row)
    {
        if (variable < 0)
            return true;
        if (row.TryGetValue(variable, out var bound))
            return bound == value;
        row.Add(variable, value);
        return true;
    }

    private IEnumerable<(Value Subject, string Name, Value Object)> Triples(Term term) => term.Name.Type switch
    {
        NameType.Member => graph.Entities.Rows.Where(row => LiteralNames.Read(graph.Entities[row], term.Name.Id) is not null)
            .Select(row => (Value.Of(row), term.Name.Id, Value.Of(LiteralNames.Read(graph.Entities[row], term.Name.Id)!))),
        NameType.Chain => Closure([.. Facts(term.Name.Id).Where(fact => !fact.Negated).SelectMany(Ways).Select(way => (way.Subject.Entity, way.Object.Entity))])
            .Select(pair => (Value.Of(pair.From), term.Name.Id, Value.Of(pair.To))),
        NameType.Any => graph.Facts.Where(fact => pattern.Facts.Follows(fact)).SelectMany(Ways),
        _ => Facts(term.Name.Id).SelectMany(Ways),
    };

    private IEnumerable<FactRow> Facts(string name) => graph.Facts.Where(fact => fact.Name == name && pattern.Facts.Follows(fact));

    private static IEnumerable<(Value Subject, string Name, Value Object)> Ways(FactRow fact)
    {
        yield return (Value.Of(fact.Subject), fact.Name, fact.Literal is { } literal ? Value.Of(literal.Value) : Value.Of(fact.Object));
        if (fact.Predicate is { Predicate.Symmetric: true } && fact.Subject != fact.Object)
            yield return (Value.Of(fact.Object), fact.Name, Value.Of(fact.Subject));
    }

    private static HashSet<(int From, int To)> Closure(HashSet<(int From, int To)> pairs)
    {
        while (true)
        {
            var longer = pairs.SelectMany(left => pairs.Where(right => right.From == left.To).Select(right => (left.From, right.To))).Where(pair => !pairs.Contains(pair)).ToList();
            if (longer.Count == 0)
                return pairs;
            pairs.UnionWith(longer);
        }
    }
}
