using AllianceApi.Graph.Algorithms;

namespace AllianceApi.Graph.Patterns;

/// <summary>
/// Finds the rows of a pattern one by one, in the order of a plan, holding no more than one candidate of each term at a time.
/// </summary>
internal sealed class Join
{
    private readonly Level[] _levels;
    private readonly Level[] _asWritten;
    private readonly int _decisive;
    private string[]? _resume;
    private int _depth = -1;

    /// <param name="order">The numbers of the terms of <c>where</c> in the order in which they are joined.</param>
    public Join(Snapshot graph, Pattern pattern, IReadOnlyList<int> order, Budget budget)
    {
        Bindings = new Value[pattern.Variables.Count];
        Array.Fill(Bindings, Value.None);
        Order = [.. order, .. Enumerable.Range(pattern.Where.Count, pattern.Optional.Count)];
        var known = new HashSet<int>();
        _levels = [.. Order.Select(number => LevelOf(graph, pattern, number, known, budget))];
        _asWritten = [.. Order.Zip(_levels).OrderBy(pair => pair.First).Select(pair => pair.Second)];
        Attach(graph, pattern, known, budget);
        _decisive = pattern.Distinct ? Array.FindLastIndex(_levels, level => level.Introduces.Any(pattern.Select.Contains)) : _levels.Length - 1;
    }

    /// <summary>The values of the variables in the current row.</summary>
    public Value[] Bindings { get; }

    /// <summary>The numbers of all terms, in the order of the levels.</summary>
    public IReadOnlyList<int> Order { get; }

    public IReadOnlyList<Level> Levels => _levels;

    /// <summary>What the current row is known by: the keys of the terms that decide what it shows.</summary>
    public string[] Keys => [.. _levels[..(_decisive + 1)].Select(level => level.Key)];

    /// <summary>Gives the facts that make the current row, in the order in which the terms were written, each once.</summary>
    public void Facts(List<int> into)
    {
        into.Clear();
        foreach (var level in _asWritten)
            level.AddFacts(into);
        var kept = 0;
        for (var i = 0; i < into.Count; i++)
        {
            if (into.IndexOf(into[i], 0, kept) < 0)
                into[kept++] = into[i];
        }
        into.RemoveRange(kept, into.Count - kept);
    }

    /// <summary>Goes on behind a row, whether or not it is still there.</summary>
    public void Resume(string[] keys) => _resume = keys;

    /// <summary>Moves to the next row that may show something else than the one before.</summary>
    public bool MoveNext()
    {
        if (_depth < 0)
            Descend();
        else
            _depth = _decisive;
        while (_depth >= 0)
        {
            if (!_levels[_depth].MoveNext())
                _depth--;
            else if (IsBehind())
                continue;
            else if (_depth == _levels.Length - 1)
                return true;
            else
                Descend();
        }
        return false;
    }

    private void Descend()
    {
        _levels[++_depth].Begin();
        if (_resume is not null && _depth < _resume.Length)
            _levels[_depth].SkipTo(_resume[_depth]);
    }

    /// <summary>While it seeks the row to go on behind: whether the current candidate is not yet past it.</summary>
    private bool IsBehind()
    {
        if (_resume is null || _depth >= _resume.Length)
            return false;
        var (level, key) = (_levels[_depth], _resume[_depth]);
        if (level.Key == key)
        {
            if (_depth < _decisive)
                return false;
            _resume = null;
            return true;
        }
        if (!level.IsPast(key))
            return true;
        _resume = null;
        return false;
    }

    private Level LevelOf(Snapshot graph, Pattern pattern, int number, HashSet<int> known, Budget budget)
    {
        var term = pattern.TermAt(number);
        var introduces = term.Variables.Where(known.Add).ToList();
        return new Level(graph, term, pattern.Facts, Bindings, introduces, budget) { Optional = number >= pattern.Where.Count };
    }

    /// <summary>Puts each term that must find nothing where the last of the variables that it shares is bound.</summary>
    private void Attach(Snapshot graph, Pattern pattern, HashSet<int> known, Budget budget)
    {
        foreach (var term in pattern.Not)
        {
            var own = term.Variables.Where(variable => !known.Contains(variable)).ToList();
            var at = Array.FindLastIndex(_levels, level => level.Introduces.Any(term.Variables.Contains));
            _levels[Math.Max(0, at)].Not.Add(new Level(graph, term, pattern.Facts, Bindings, own, budget));
        }
    }
}
