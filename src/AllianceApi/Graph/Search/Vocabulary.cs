using System.Runtime.InteropServices;

namespace AllianceApi.Graph.Search;

/// <summary>Numbers for words, in the order in which they come.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _words = [];

    public Vocabulary() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _words.Count;

    public string this[int number] => _words[number];

    public int Number(ReadOnlySpan<char> word)
    {
        if (!_bySpan.TryGetValue(word, out var number))
            number = Add(word.ToString());
        return number;
    }

    public int Number(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word, out var known);
        if (!known)
        {
            number = _words.Count;
            _words.Add(word);
        }
        return number;
    }

    /// <summary>The words in order, each with what stands for its number.</summary>
    public (string[] Words, int[] Values) Sorted(ReadOnlySpan<int> values)
    {
        string[] words = [.. _words];
        int[] sorted = [.. values];
        Array.Sort(words, sorted, StringComparer.Ordinal);
        return (words, sorted);
    }

    private int Add(string word)
    {
        _words.Add(word);
        return _numbers[word] = _words.Count - 1;
    }
}
