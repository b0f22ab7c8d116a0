namespace AllianceApi.Graph.Search;

/// <summary>Where a text has what was asked for, in code points.</summary>
internal readonly record struct Highlight(int Start, int Length);

/// <summary>Finds in texts what a question asks for.</summary>
internal sealed class Highlighter
{
    private readonly TextAnalysis _text = new();
    private readonly WordSequence _sequence = new();
    private readonly string[] _wanted;
    private readonly Phrase[] _phrases;
    private readonly string[] _beginnings;

    public Highlighter(SearchQuery query)
    {
        _wanted = [.. query.Wanted.SelectMany(clause => clause.Elements).SelectMany(element => element.Whole is { } whole ? element.Parts.Append(whole) : element.Parts).Distinct()];
        _phrases = [.. query.Wanted.Where(clause => clause.Beginning is null).Select(clause => new Phrase(clause.Elements, word => Array.IndexOf(_wanted, word)))];
        _beginnings = [.. query.Wanted.Select(clause => clause.Beginning).OfType<string>()];
    }

    /// <summary>What of the question a text has, in its order; what overlaps is one.</summary>
    public IReadOnlyList<Highlight> Of(string text)
    {
        _text.Read(text);
        var found = new List<(int Start, int End)>();
        FindPhrases(found);
        FindBeginnings(found);
        found.Sort();
        var merged = new List<Highlight>(found.Count);
        foreach (var (start, end) in found)
        {
            if (merged.Count > 0 && merged[^1] is var last && start < last.Start + last.Length)
                merged[^1] = last with { Length = Math.Max(last.Length, end - last.Start) };
            else
                merged.Add(new Highlight(start, end - start));
        }
        return merged;
    }

    private void FindPhrases(List<(int Start, int End)> found)
    {
        if (_phrases.Length == 0 || !ReadWords())
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
                    found.Add((words[at].Start, words[end - 1].End));
            }
        }
    }

    /// <summary>The words as numbers of those that are wanted; whether there is any.</summary>
    private bool ReadWords()
    {
        _sequence.Clear();
        var joints = _text.Joints;
        var (next, any) = (0, false);
        for (var i = 0; i < _text.Words.Length; i++)
        {
            if (next < joints.Length && joints[next].FirstWord == i)
            {
                var joined = NumberOf(_text.LettersOf(joints[next]));
                any |= joined >= 0;
                _sequence.AddJoint(joined, joints[next++].Words);
            }
            var word = NumberOf(_text.LettersOf(_text.Words[i]));
            any |= word >= 0;
            _sequence.Add(word);
        }
        return any;
    }

    private int NumberOf(ReadOnlySpan<char> letters) => Array.IndexOf(_wanted, NormalForms.Of(letters));

    private void FindBeginnings(List<(int Start, int End)> found)
    {
        foreach (var beginning in _beginnings)
        {
            foreach (var run in _text.Runs)
            {
                if (_text.LettersOf(run).StartsWith(beginning))
                    found.Add((run.Start, run.End));
            }
        }
    }
}
