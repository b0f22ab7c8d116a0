namespace AllianceApi.Graph.Search;

/// <summary>Where a text has what was asked for, in code points.</summary>
internal readonly record struct Highlight(int Start, int Length);

/// <summary>Finds in texts what a question asks for.</summary>
internal sealed class Highlighter
{
    [ThreadStatic]
    private static TextAnalysis? _analysis;

    private readonly WordSequence _sequence = new();
    private readonly List<(int Start, int End)> _found = [];
    private readonly List<Highlight> _merged = [];
    private readonly string[] _wanted;
    private readonly Sieve _sieve;
    private readonly Phrase[] _phrases;
    private readonly string[] _beginnings;
    private TextAnalysis _text = null!;

    public Highlighter(SearchQuery query)
    {
        _wanted = [.. query.Wanted.SelectMany(clause => clause.Elements).SelectMany(element => element.Whole is { } whole ? element.Parts.Append(whole) : element.Parts).Distinct()];
        _sieve = new Sieve(_wanted);
        _phrases = [.. query.Wanted.Where(clause => clause.Beginning is null).Select(clause => new Phrase(clause.Elements, word => Array.IndexOf(_wanted, word)))];
        _beginnings = [.. query.Wanted.Select(clause => clause.Beginning).OfType<string>()];
    }

    /// <summary>What of the question a text has, in its order; what overlaps is one. Good until the next text.</summary>
    public IReadOnlyList<Highlight> Of(ReadOnlySpan<char> text)
    {
        _text = _analysis ??= new TextAnalysis();
        _text.ReadRuns(text);
        _found.Clear();
        FindPhrases();
        FindBeginnings();
        _found.Sort();
        _merged.Clear();
        foreach (var (start, end) in _found)
        {
            if (_merged.Count > 0 && _merged[^1] is var last && start < last.Start + last.Length)
                _merged[^1] = last with { Length = Math.Max(last.Length, end - last.Start) };
            else
                _merged.Add(new Highlight(start, end - start));
        }
        return _merged;
    }

    private void FindPhrases()
    {
        if (_phrases.Length == 0 || !_text.HasAny(_sieve) || !ReadWords())
            return;
        var words = _text.Words;
        for (var at = 0; at < words.Length; at++)
        {
            // Most words are none of those that are wanted.
            if (_sequence.Words[at] < 0 && _sequence.Joints.IsEmpty)
                continue;
            foreach (var phrase in _phrases)
            {
                if (phrase.EndAt(_sequence, at) is var end and > 0)
                    _found.Add((words[at].Start, words[end - 1].End));
            }
        }
    }

    /// <summary>The words as numbers of those that are wanted; whether there is any.</summary>
    private bool ReadWords()
    {
        _sequence.Clear();
        _text.FindWords();
        var joints = _text.Joints;
        var (next, any) = (0, false);
        for (var i = 0; i < _text.Words.Length; i++)
        {
            if (next < joints.Length && joints[next].FirstWord == i)
            {
                if (NumberOf(_text.LettersOf(joints[next])) is var joined and >= 0)
                    _sequence.AddJoint(joined, joints[next].Words);
                next++;
            }
            var word = NumberOf(_text.LettersOf(_text.Words[i]));
            any |= word >= 0;
            _sequence.Add(word);
        }
        return any || !_sequence.Joints.IsEmpty;
    }

    private int NumberOf(ReadOnlySpan<char> letters) => _sieve.LetsThrough(letters) ? Array.IndexOf(_wanted, NormalForms.Of(letters)) : -1;

    private void FindBeginnings()
    {
        foreach (var beginning in _beginnings)
        {
            foreach (var run in _text.Runs)
            {
                if (_text.LettersOf(run).StartsWith(beginning))
                    _found.Add((run.Start, run.End));
            }
        }
    }
}
