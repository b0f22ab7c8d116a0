using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>One term while a join runs: it binds its variables to one candidate after the other.</summary>
internal sealed class Level
{
    private readonly Snapshot _graph;
    private readonly Walk _facts;
    private readonly Budget _budget;
    private readonly Value[] _bindings;
    private readonly int[] _introduces;
    private readonly int[] _shared;
    private readonly List<int> _own = [];
    private readonly Candidates _candidates;
    private bool _matched;
    private bool _leftOut;

    /// <param name="introduces">The variables that no term before has.</param>
    public Level(Snapshot graph, Term term, Walk facts, Value[] bindings, IReadOnlyCollection<int> introduces, Budget budget)
    {
        (_graph, Term, _facts, _bindings, _budget) = (graph, term, facts, bindings, budget);
        _introduces = [.. introduces];
        _shared = [.. term.Variables.Except(introduces)];
        _candidates = term.Name.Type switch
        {
            NameType.Member => new EntityCandidates(graph, term),
            NameType.Chain => new ChainCandidates(graph, term, facts, budget),
            _ => new FactCandidates(graph, term),
        };
    }

    public Term Term { get; }

    /// <summary>Whether a row may go without it.</summary>
    public bool Optional { get; init; }

    /// <summary>The terms that must find nothing, of which all shared variables are bound here.</summary>
    public List<Level> Not { get; } = [];

    /// <summary>How many candidates were looked at, over all rows.</summary>
    public int Tried { get; private set; }

    /// <summary>How many of them held.</summary>
    public int Found { get; private set; }

    /// <summary>Where variables are bound in advance: whether it must find something for them (true), or nothing (false).</summary>
    public bool? Expected { get; set; }

    public IReadOnlyList<int> Introduces => _introduces;

    public string Key => _leftOut ? "" : _candidates.Key;

    public void AddFacts(List<int> into)
    {
        if (!_leftOut)
            _candidates.AddFacts(into);
    }

    public void Begin()
    {
        Unbind();
        (_matched, _leftOut) = (false, false);
        if (!Applies)
            return;
        _candidates.Begin(ValueOf(Term.Subject), Bound(Term.Name.Variable), ValueOf(Term.Object));
    }

    /// <summary>Whether all that it shares with other terms is bound: what an optional term left out can be neither asked nor denied.</summary>
    public bool Applies
    {
        get
        {
            foreach (var variable in _shared)
            {
                if (!_bindings[variable].IsBound)
                    return false;
            }
            return true;
        }
    }

    public bool MoveNext()
    {
        Unbind();
        if (_leftOut)
            return false;
        while (Applies && _candidates.MoveNext())
        {
            Tried++;
            if (!_budget.Step())
                return false;
            if (Holds() && Passes())
                return true;
            Unbind();
        }
        return LeavesOut();
    }

    /// <summary>Goes on at a key, or behind where it was.</summary>
    public void SkipTo(string key)
    {
        if (key.Length == 0 || !Applies)
            return;
        _candidates.SkipTo(key);
        // There was a match when the key was given out: what is optional was not left out.
        _matched = true;
    }

    public bool IsPast(string key) => !_leftOut && (key.Length == 0 || _candidates.IsPast(key));

    private bool Holds()
    {
        if (_candidates.Fact is >= 0 and var fact && !_facts.Follows(_graph.Facts[fact]))
            return false;
        if (!Bind(Term.Subject, _candidates.Subject) || (Term.Name.Variable >= 0 && !Bind(Term.Name.Variable, _candidates.Name)) || !Bind(Term.Object, _candidates.Object))
            return false;
        _matched = true;
        Found++;
        return Expected is null or true;
    }

    private bool Passes()
    {
        foreach (var term in Not)
        {
            if (!term.Applies)
                continue;
            term.Begin();
            var found = term.MoveNext();
            term.Unbind();
            if (found)
                return false;
        }
        return !_budget.Spent;
    }

    private bool LeavesOut()
    {
        if (!Optional || _matched || Expected is true || _budget.Spent)
            return false;
        _leftOut = true;
        return Passes();
    }

    private bool Bind(End end, Value value)
    {
        if (end.Variable >= 0)
            return Bind(end.Variable, value);
        return end.Test is { } test
            ? value.Text is { } text && test.Holds(text, LiteralNames.IsDate(Term.Name.Type == NameType.Any ? _candidates.Name.Text! : Term.Name.Id))
            : value.Entity == end.Entity;
    }

    private bool Bind(int variable, Value value)
    {
        if (_bindings[variable].IsBound)
            return _bindings[variable] == value;
        _bindings[variable] = value;
        _own.Add(variable);
        return true;
    }

    private void Unbind()
    {
        foreach (var variable in _own)
            _bindings[variable] = Value.None;
        _own.Clear();
    }

    private Value ValueOf(End end) => end.Variable >= 0 ? _bindings[end.Variable] : end.Entity >= 0 ? Value.Of(end.Entity) : Value.None;

    private Value Bound(int variable) => variable >= 0 ? _bindings[variable] : Value.None;
}
