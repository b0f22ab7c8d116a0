namespace AllianceApi.Graph.Search;

/// <summary>A phrase by numbers of words: each of its words is met by that word or by several that are joined to it (F-35 by F35).</summary>
internal sealed class Phrase(IReadOnlyList<Element> elements, Func<string, int> numberOf)
{
    /// <summary>A word that is not known; nothing has it.</summary>
    private const int Unknown = -2;

    private readonly (int[] Parts, int Whole)[] _elements =
    [
        .. elements.Select(element => (
            element.Parts.Select(part => Known(numberOf(part))).ToArray(),
            element.Whole is null ? Unknown : Known(numberOf(element.Whole)))),
    ];

    /// <summary>Where the phrase ends that begins at a word; -1 where none does.</summary>
    public int EndAt(WordSequence words, int at) => EndAt(words, at, element: 0, part: 0);

    public bool IsIn(WordSequence words)
    {
        for (var at = 0; at < words.Words.Length; at++)
        {
            if (EndAt(words, at) >= 0)
                return true;
        }
        return false;
    }

    private int EndAt(WordSequence words, int at, int element, int part)
    {
        if (element == _elements.Length)
            return at;
        var (parts, whole) = _elements[element];
        if (part == parts.Length)
            return EndAt(words, at, element + 1, part: 0);
        var end = EndBehind(words, at, parts[part], element, part + 1);
        return end < 0 && part == 0 ? EndBehind(words, at, whole, element + 1, part: 0) : end;
    }

    /// <summary>Where the rest ends, behind a word that stands here, alone or joined.</summary>
    private int EndBehind(WordSequence words, int at, int word, int element, int part)
    {
        if (word == Unknown)
            return -1;
        if (at < words.Words.Length && words.Words[at] == word && EndAt(words, at + 1, element, part) is var end and >= 0)
            return end;
        foreach (var joint in words.Joints)
        {
            if (joint.At == at && joint.Word == word && EndAt(words, at + joint.Words, element, part) is var joined and >= 0)
                return joined;
        }
        return -1;
    }

    private static int Known(int number) => number < 0 ? Unknown : number;
}
