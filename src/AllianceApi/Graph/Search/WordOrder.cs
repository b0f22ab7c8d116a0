namespace AllianceApi.Graph.Search;

/// <summary>
/// The words of each record in their order, as numbers of their lists, which are numbered by frequency: a byte for a common word, two or three for a rare one.
/// </summary>
internal sealed class WordOrder(byte[] data, int[] starts)
{
    private const int FieldEnd = 0;
    private const int Joint = 1;
    private const int FirstList = 2;

    /// <summary>Reads a record's words.</summary>
    public void Read(int record, WordSequence into)
    {
        into.Clear();
        for (var (at, end) = (starts[record], starts[record + 1]); at < end;)
        {
            var code = Next(ref at);
            if (code == FieldEnd)
                into.EndField();
            else if (code == Joint)
                into.AddJoint(Next(ref at) - FirstList, Next(ref at));
            else
                into.Add(code - FirstList);
        }
    }

    /// <summary>The lists that a record is in by its normalised words, each once.</summary>
    public IEnumerable<int> ListsOf(int record)
    {
        var words = new WordSequence();
        Read(record, words);
        return words.Distinct();
    }

    private int Next(ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = data[at++];
            value |= (b & 127) << shift;
            if (b < 128)
                return value;
        }
    }

    /// <summary>Writes the words of one record after another.</summary>
    public sealed class Writer(int records)
    {
        private readonly List<int> _starts = new(records + 1) { 0 };
        private Growing<byte> _data = new(16 * records);

        public void EndField() => Write(FieldEnd);

        public void Add(int list) => Write(list + FirstList);

        public void AddJoint(int list, int words)
        {
            Write(Joint);
            Write(list + FirstList);
            Write(words);
        }

        public void EndRecord() => _starts.Add(_data.Count);

        public WordOrder Done() => new(_data.Items.ToArray(), [.. _starts]);

        private void Write(int value)
        {
            for (; value >= 128; value >>= 7)
                _data.Add((byte)(value | 128));
            _data.Add((byte)value);
        }
    }
}

/// <summary>Words in a row, by numbers, with those that count as one; -1 stands between fields.</summary>
internal sealed class WordSequence
{
    private Growing<int> _words = new(64);
    private Growing<(int At, int Words, int Word)> _joints = new(8);

    public ReadOnlySpan<int> Words => _words.Items;

    public ReadOnlySpan<(int At, int Words, int Word)> Joints => _joints.Items;

    public void Clear()
    {
        _words.Clear();
        _joints.Clear();
    }

    public void Add(int word) => _words.Add(word);

    /// <summary>The next words count as one, too.</summary>
    public void AddJoint(int word, int words) => _joints.Add((_words.Count, words, word));

    public void EndField() => _words.Add(-1);

    public IEnumerable<int> Distinct()
    {
        var all = new HashSet<int>(_words.Count);
        foreach (var word in _words.Items)
            all.Add(word);
        foreach (var joint in _joints.Items)
            all.Add(joint.Word);
        all.Remove(-1);
        return all;
    }
}
