namespace AllianceApi.Graph.Search;

/// <summary>A phrase by numbers of words; a word that is not known has -2, which nothing else has.</summary>
internal sealed class Phrase(IReadOnlyList<Element> elements, Func<string, int> numberOf)
{
    private const int Unknown = -2;

    private readonly (int[] Parts, int Whole)[] _elements =
    [
        .. elements.Select(element => (
            element.Parts.Select(part => Known(numberOf(part))).ToArray(),
            element.Whole is null ? Unknown : Known(numberOf(element.Whole)))),
    ];

    /// <summary>Where the phrase ends that begins at a word; -1 where none does.</summary>
    public int EndAt(WordSequence words, int at) => EndAt(words, at, 0);

    public bool IsIn(WordSequence words)
    {
        for (var at = 0; at < words.Words.Length; at++)
        {
            if (EndAt(words, at) >= 0)
                return true;
        }
        return false;
    }

    private int EndAt(WordSequence words, int at, int index)
    {
        if (index == _elements.Length)
            return at;
        var (parts, whole) = _elements[index];
        if (words.Words[at..].StartsWith(parts) && EndAt(words, at + parts.Length, index + 1) is var apart and >= 0)
            return apart;
        // "F35" and "F-35" meet "F-35" and "F35": what is joined counts as one word, too.
        if (parts.Length == 1 && EndOfJoint(words, at, parts[0]) is var joined and >= 0 && EndAt(words, joined, index + 1) is var end and >= 0)
            return end;
        if (whole != Unknown && at < words.Words.Length && words.Words[at] == whole && EndAt(words, at + 1, index + 1) is var one and >= 0)
            return one;
        return whole != Unknown && EndOfJoint(words, at, whole) is var same and >= 0 ? EndAt(words, same, index + 1) : -1;
    }

    private static int EndOfJoint(WordSequence words, int at, int word)
    {
        foreach (var joint in words.Joints)
        {
            if (joint.At == at && joint.Word == word)
                return at + joint.Words;
        }
        return -1;
    }

    private static int Known(int number) => number < 0 ? Unknown : number;
}
