using System.Runtime.InteropServices;
using System.Text;

namespace AllianceApi.Graph.Search;

/// <summary>A stretch of letters and digits, folded, and where it stands in the original, counted in code points.</summary>
/// <param name="Gap">How many code points that are no letters stand before it.</param>
/// <param name="Connector">The last of them; <c>'\0'</c> where there is none.</param>
/// <param name="AfterDot">Whether the first of them is a full stop.</param>
internal readonly record struct Run(int Start, int End, int From, int To, int Gap, char Connector, bool AfterDot);

/// <summary>A word: mostly one run, of an abbreviation with full stops several.</summary>
internal readonly record struct Word(int Start, int End, int From, int To, int FirstRun, int Runs);

/// <summary>Words in a row that a hyphen or an apostrophe joins: they count apart and as one.</summary>
internal readonly record struct Joint(int FirstWord, int Words);

/// <summary>
/// Takes a text apart. Hyphens split and also join (F-35 is F35), an apostrophe-s goes, U.S. is US. Reads one text after another into the same buffers.
/// </summary>
internal sealed class TextAnalysis
{
    private const int LongestJoint = 64;

    private readonly List<Run> _runs = [];
    private readonly List<Word> _words = [];
    private readonly List<Joint> _joints = [];
    private char[] _letters = new char[256];
    private int _length;

    public ReadOnlySpan<Run> Runs => CollectionsMarshal.AsSpan(_runs);

    public ReadOnlySpan<Word> Words => CollectionsMarshal.AsSpan(_words);

    public ReadOnlySpan<Joint> Joints => CollectionsMarshal.AsSpan(_joints);

    public ReadOnlySpan<char> LettersOf(Run run) => _letters.AsSpan(run.From, run.To - run.From);

    public ReadOnlySpan<char> LettersOf(Word word) => _letters.AsSpan(word.From, word.To - word.From);

    public ReadOnlySpan<char> LettersOf(Joint joint) => _letters.AsSpan(_words[joint.FirstWord].From, LengthOf(joint));

    public TextAnalysis Read(ReadOnlySpan<char> text)
    {
        ReadRuns(text);
        FindWords();
        return this;
    }

    /// <summary>Reads a text's runs only; <see cref="FindWords"/> makes words of them.</summary>
    public void ReadRuns(ReadOnlySpan<char> text)
    {
        _runs.Clear();
        _words.Clear();
        _joints.Clear();
        _length = 0;
        FindRuns(text);
    }

    /// <summary>Whether there may be a word, single or joined, that a sieve lets through: each begins with a run, or with the one letter that this is.</summary>
    public bool HasAny(Sieve sieve)
    {
        foreach (ref readonly var run in Runs)
        {
            if (sieve.LetsThrough(_letters.AsSpan(run.From, run.To - run.From)))
                return true;
        }
        return false;
    }

    private void FindRuns(ReadOnlySpan<char> text)
    {
        var (position, start, end, from) = (0, -1, 0, 0);
        var (gap, connector, afterDot) = (0, '\0', false);
        for (var i = 0; i < text.Length; position++)
        {
            // Most of most texts takes these two ways.
            if (text[i] < 128 && FoldedRunes.Ascii[text[i]] is var letter and not ' ')
            {
                if (start < 0)
                    (start, from) = (position, _length);
                Append(letter);
                end = position + 1;
                i++;
                continue;
            }
            var (sign, units, breaks) = ((int)text[i], 1, true);
            var letters = sign < 128 ? default : Decode(text[i..], out sign, out units, out breaks);
            i += units;
            if (letters.Length > 0)
            {
                if (start < 0)
                    (start, from) = (position, _length);
                Append(letters);
            }
            // A mark without letters belongs to the word that it stands in.
            if (start >= 0 && (letters.Length > 0 || !breaks))
                end = position + 1;
            if (breaks && start >= 0)
            {
                _runs.Add(new Run(start, end, from, _length, gap, connector, afterDot));
                (start, gap, connector, afterDot) = (-1, 0, '\0', false);
            }
            if (breaks && letters.Length == 0)
            {
                afterDot = gap == 0 ? sign == '.' : afterDot;
                connector = sign <= char.MaxValue ? (char)sign : '\0';
                gap++;
            }
        }
        if (start >= 0)
            _runs.Add(new Run(start, end, from, _length, gap, connector, afterDot));
    }

    /// <summary>The letters that the code point comes to with which a text begins.</summary>
    private static ReadOnlySpan<char> Decode(ReadOnlySpan<char> text, out int codePoint, out int units, out bool breaks)
    {
        Rune.DecodeFromUtf16(text, out var rune, out units);
        codePoint = rune.Value;
        return FoldedRunes.Of(rune, out breaks);
    }

    public void FindWords()
    {
        var (chain, joined) = (0, false);
        for (var i = 0; i < _runs.Count;)
        {
            var first = i;
            i = EndOfAbbreviation(i);
            if (!joined)
                CloseChain(ref chain);
            _words.Add(new Word(_runs[first].Start, _runs[i - 1].End, _runs[first].From, _runs[i - 1].To, first, i - first));
            var abbreviated = i - first > 1;
            if (i < _runs.Count && IsPossessive(_runs[i], abbreviated))
            {
                i++;
                joined = false;
            }
            else
            {
                joined = i < _runs.Count && Joins(_runs[i - 1], _runs[i], abbreviated);
            }
        }
        CloseChain(ref chain);
    }

    private void CloseChain(ref int first)
    {
        var joint = new Joint(first, _words.Count - first);
        if (joint.Words > 1 && LengthOf(joint) <= LongestJoint)
            _joints.Add(joint);
        first = _words.Count;
    }

    /// <summary>Behind the single letters with full stops between them that begin at a run, or behind the run alone.</summary>
    private int EndOfAbbreviation(int run)
    {
        var end = run + 1;
        while (end < _runs.Count && IsLetter(_runs[end - 1]) && IsLetter(_runs[end]) && _runs[end] is { Gap: 1, Connector: '.' })
            end++;
        return end;
    }

    private bool IsPossessive(Run run, bool afterAbbreviation) =>
        IsConnected(run, afterAbbreviation) && IsApostrophe(run.Connector) && LettersOf(run) is "s";

    private bool Joins(Run left, Run right, bool afterAbbreviation)
    {
        if (!IsConnected(right, afterAbbreviation))
            return false;
        return IsHyphen(right.Connector) || IsApostrophe(right.Connector)
            || (right.Connector == ',' && right.To - right.From == 3 && IsNumber(left) && IsNumber(right));
    }

    private static bool IsConnected(Run run, bool afterAbbreviation) => run.Gap == 1 || (run is { Gap: 2, AfterDot: true } && afterAbbreviation);

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u00AD';

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\uFF07';

    private bool IsLetter(Run run) => run.To - run.From == 1 && char.IsLetter(_letters[run.From]);

    private bool IsNumber(Run run) => !LettersOf(run).ContainsAnyExceptInRange('0', '9');

    private int LengthOf(Joint joint) => _words[joint.FirstWord + joint.Words - 1].To - _words[joint.FirstWord].From;

    private void Append(char letter)
    {
        if (_length == _letters.Length)
            Array.Resize(ref _letters, 2 * _length);
        _letters[_length++] = letter;
    }

    private void Append(ReadOnlySpan<char> letters)
    {
        if (_length + letters.Length > _letters.Length)
            Array.Resize(ref _letters, 2 * _letters.Length);
        letters.CopyTo(_letters.AsSpan(_length));
        _length += letters.Length;
    }
}
