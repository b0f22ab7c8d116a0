using System.Buffers.Binary;
using System.Text;

namespace AllianceApi.Graph.Search;

/// <summary>
/// The names and aliases of entities, folded, with every word of theirs as a beginning, sorted: what begins with a text lies together.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The folded texts, each with a 0 behind it.</summary>
    private readonly byte[] _texts;
    private readonly int[] _textStarts;

    /// <summary>The entity of each text; the complement where it is an alias.</summary>
    private readonly int[] _owners;

    /// <summary>Where a word begins, by what follows from there.</summary>
    private readonly int[] _beginnings;

    /// <summary>The text of each beginning.</summary>
    private readonly int[] _textOf;

    private NameTable(byte[] texts, int[] textStarts, int[] owners, int[] beginnings)
    {
        (_texts, _textStarts, _owners, _beginnings) = (texts, textStarts, owners, beginnings);
        _textOf = Array.ConvertAll(beginnings, place => Array.BinarySearch(textStarts, place) is var found && found >= 0 ? found : ~found - 1);
    }

    /// <summary>A text as names are compared: its folded words with one space between them.</summary>
    public static string Fold(string text) => Graph.Fold.Words(text).Trim();

    /// <summary>How and by which text entities begin so, each as often as it does.</summary>
    public IEnumerable<NameMatch> Beginning(byte[] wanted)
    {
        for (var at = FirstNotBefore(wanted); at < _beginnings.Length && Begins(_beginnings[at], wanted); at++)
        {
            var place = _beginnings[at];
            var (start, owner) = (_textStarts[_textOf[at]], _owners[_textOf[at]]);
            var tier = (place == start, owner >= 0) switch
            {
                (true, true) => _texts[place + wanted.Length] == 0 ? NameTier.ExactName : NameTier.Name,
                (true, false) => NameTier.Alias,
                _ => NameTier.Word,
            };
            yield return new NameMatch(owner >= 0 ? owner : ~owner, tier);
        }
    }

    private bool Begins(int place, ReadOnlySpan<byte> wanted) => _texts.AsSpan(place).StartsWith(wanted);

    private int FirstNotBefore(ReadOnlySpan<byte> wanted)
    {
        var (low, high) = (0, _beginnings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_texts.AsSpan(_beginnings[middle]).SequenceCompareTo(wanted) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    public sealed class Builder
    {
        private readonly List<int> _textStarts = [];
        private readonly List<int> _owners = [];
        private readonly List<int> _beginnings = [];
        private Growing<byte> _texts = new(1024);

        public void Add(int entity, bool isAlias, string text)
        {
            var folded = Encoding.UTF8.GetBytes(Fold(text));
            if (folded.Length == 0)
                return;
            _textStarts.Add(_texts.Count);
            _owners.Add(isAlias ? ~entity : entity);
            var last = (byte)' ';
            foreach (var letter in folded)
            {
                if (last == ' ')
                    _beginnings.Add(_texts.Count);
                _texts.Add(letter);
                last = letter;
            }
            _texts.Add(0);
        }

        public NameTable Done()
        {
            var texts = _texts.Items.ToArray();
            return new(texts, [.. _textStarts], [.. _owners], Sorted(texts));
        }

        /// <summary>By the first eight bytes as a number, which is fast, and only what is equal in these by the rest.</summary>
        private int[] Sorted(byte[] texts)
        {
            int[] places = [.. _beginnings];
            var keys = Array.ConvertAll(places, place => KeyAt(texts, place));
            Array.Sort(keys, places);
            for (var from = 0; from < keys.Length;)
            {
                var to = from + 1;
                while (to < keys.Length && keys[to] == keys[from])
                    to++;
                if (to - from > 1)
                    places.AsSpan(from, to - from).Sort((left, right) => texts.AsSpan(left).SequenceCompareTo(texts.AsSpan(right)));
                from = to;
            }
            return places;
        }

        private static ulong KeyAt(byte[] texts, int place)
        {
            Span<byte> first = stackalloc byte[8];
            first.Clear();
            texts.AsSpan(place, Math.Min(8, texts.Length - place)).CopyTo(first);
            return BinaryPrimitives.ReadUInt64BigEndian(first);
        }
    }
}

/// <summary>In which way a name meets what was typed, in the order in which people mean it.</summary>
internal enum NameTier
{
    ExactName,
    Name,
    Alias,
    Word,
}

internal readonly record struct NameMatch(int Entity, NameTier Tier);
