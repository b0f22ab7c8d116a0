namespace AllianceApi.Graph.Search;

/// <summary>
/// Which words are in which records with what impact, gathered record by record, then turned round into the records of each word.
/// </summary>
internal sealed class Occurrences
{
    private readonly List<int> _recordEnds = [];
    private Growing<int> _words = new(1024);
    private Growing<byte> _impacts = new(1024);

    // Of the record that is being read: what each word has come to, and which words those are.
    private float[] _weights = new float[1024];
    private Growing<int> _touched = new(64);

    private int[] _starts = [];
    private int[] _records = [];
    private byte[] _byWord = [];

    public void Count(int word, float weight)
    {
        if (word >= _weights.Length)
            Array.Resize(ref _weights, Math.Max(2 * _weights.Length, word + 1));
        if (_weights[word] == 0)
            _touched.Add(word);
        _weights[word] += weight;
    }

    public void EndRecord()
    {
        foreach (var word in _touched.Items)
        {
            _words.Add(word);
            _impacts.Add(Impact.Byte(_weights[word]));
            _weights[word] = 0;
        }
        _touched.Clear();
        _recordEnds.Add(_words.Count);
    }

    /// <summary>From here on, what is asked is which records a word is in.</summary>
    public void Turn(int words)
    {
        _starts = new int[words + 1];
        foreach (var word in _words.Items)
            _starts[word + 1]++;
        for (var word = 0; word < words; word++)
            _starts[word + 1] += _starts[word];

        var next = _starts.AsSpan(0, words).ToArray();
        _records = new int[_words.Count];
        _byWord = new byte[_words.Count];
        var at = 0;
        for (var record = 0; record < _recordEnds.Count; record++)
        {
            for (; at < _recordEnds[record]; at++)
            {
                var to = next[_words.Items[at]]++;
                _records[to] = record;
                _byWord[to] = _impacts.Items[at];
            }
        }
        (_words, _impacts, _weights) = (new(0), new(0), []);
    }

    public int CountOf(int word) => _starts[word + 1] - _starts[word];

    public ReadOnlySpan<int> RecordsOf(int word) => _records.AsSpan(_starts[word], CountOf(word));

    public ReadOnlySpan<byte> ImpactsOf(int word) => _byWord.AsSpan(_starts[word], CountOf(word));
}
