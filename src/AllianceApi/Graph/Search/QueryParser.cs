using System.Text;

namespace AllianceApi.Graph.Search;

/// <summary>
/// Reads a question: words, all of which must be there; <c>"phrases"</c>; <c>dete*</c> for a beginning; <c>-not</c> before any of them.
/// Whatever else is typed only parts words.
/// </summary>
internal sealed class QueryParser
{
    public const int LongestText = 1_000;
    public const int MostClauses = 32;

    /// <summary>Phrases, words with hyphens and beginnings have no list of their own: each is worked out for the question.</summary>
    public const int MostWorkedOut = 8;

    private readonly string _text;
    private readonly TextAnalysis _analysis = new();
    private readonly List<Clause> _clauses = [];
    private readonly List<TypedWord> _typed = [];

    /// <summary>Where what is being read begins.</summary>
    private int _from;

    private QueryParser(string text) => _text = text;

    /// <summary>The question, or what keeps it from being asked.</summary>
    public static (SearchQuery? Query, string? Error) Parse(string text)
    {
        if (text.Length > LongestText)
            return (null, $"it is {text.Length} characters long, and {LongestText} is the most. Ask for fewer words");
        var parser = new QueryParser(text);
        parser.Read();
        var query = new SearchQuery(text, parser._clauses, parser._typed);
        if (query.Clauses.Count == 0)
            return (null, "it has no letter or digit to look for. Give a word, a \"phrase\" or a beginning such as dete*");
        if (!query.Wanted.Any())
            return (null, "it only says what is not wanted. Give a word to look for as well");
        if (query.Clauses.Count > MostClauses)
            return (null, $"it has {query.Clauses.Count} words and phrases, and {MostClauses} are the most. Ask for fewer");
        if (query.Clauses.Count(clause => clause.Word is null) > MostWorkedOut)
            return (null, $"it has more than {MostWorkedOut} phrases, words with hyphens and beginnings of words. Ask for fewer");
        return (query, null);
    }

    private void Read()
    {
        for (var at = 0; at < _text.Length;)
        {
            if (char.IsWhiteSpace(_text[at]))
            {
                at++;
                continue;
            }
            var excluded = _text[at] == '-' && at + 1 < _text.Length && !char.IsWhiteSpace(_text[at + 1]);
            if (excluded)
                at++;
            at = IsQuote(_text[at]) ? ReadPhrase(at + 1, excluded) : ReadWords(at, excluded);
        }
    }

    /// <summary>What stands between quotation marks; without a second one, all the rest.</summary>
    private int ReadPhrase(int from, bool excluded)
    {
        var to = from;
        while (to < _text.Length && !IsQuote(_text[to]))
            to++;
        var elements = Elements(from, to, excluded).Select(found => found.Element).ToList();
        if (elements.Count > 0)
            _clauses.Add(new Clause(elements, null, excluded));
        return to + 1;
    }

    /// <summary>What stands up to white space or a quotation mark.</summary>
    private int ReadWords(int from, bool excluded)
    {
        var to = from;
        while (to < _text.Length && !char.IsWhiteSpace(_text[to]) && !IsQuote(_text[to]))
            to++;
        foreach (var (element, first, words) in Elements(from, to, excluded).ToList())
        {
            if (IsBeginning(_analysis.Words[first + words - 1]))
                AddBeginnings(first, words, excluded);
            else
                _clauses.Add(new Clause([element], null, excluded));
        }
        return to;
    }

    /// <summary>The parts of <c>cost-shar*</c>: beginnings as written know no whole.</summary>
    private void AddBeginnings(int first, int words, bool excluded)
    {
        for (var word = first; word < first + words; word++)
        {
            var (run, runs) = (_analysis.Words[word].FirstRun, _analysis.Words[word].Runs);
            for (var i = run; i < run + runs; i++)
                _clauses.Add(new Clause([], _analysis.LettersOf(_analysis.Runs[i]).ToString(), excluded));
        }
        _typed.RemoveAll(typed => typed.Start >= TypedAt(_analysis.Words[first].Start));
    }

    private IEnumerable<(Element Element, int First, int Words)> Elements(int from, int to, bool excluded)
    {
        _from = from;
        _analysis.Read(_text.AsSpan(from, to - from));
        var joint = 0;
        for (var word = 0; word < _analysis.Words.Length;)
        {
            var joined = joint < _analysis.Joints.Length && _analysis.Joints[joint].FirstWord == word;
            var words = joined ? _analysis.Joints[joint].Words : 1;
            var whole = joined ? Spelling.Normalise(_analysis.LettersOf(_analysis.Joints[joint++])) : null;
            var parts = new string[words];
            for (var i = 0; i < words; i++)
            {
                parts[i] = Spelling.Normalise(_analysis.LettersOf(_analysis.Words[word + i]));
                if (!excluded)
                    AddTyped(_analysis.Words[word + i]);
            }
            yield return (new Element(parts, whole), word, words);
            word += words;
        }
    }

    private void AddTyped(Word word)
    {
        var start = TypedAt(word.Start);
        _typed.Add(new TypedWord(start, TypedAt(word.End) - start, _analysis.LettersOf(word).ToString()));
    }

    private bool IsBeginning(Word word) => TypedAt(word.End) is var end && end < _text.Length && _text[end] == '*';

    /// <summary>A place in code points of what is being read, as one in UTF-16 units of the question.</summary>
    private int TypedAt(int codePoints)
    {
        var at = _from;
        for (var i = 0; i < codePoints; i++)
        {
            Rune.DecodeFromUtf16(_text.AsSpan(at), out _, out var consumed);
            at += consumed;
        }
        return at;
    }

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';
}
