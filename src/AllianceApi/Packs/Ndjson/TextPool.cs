using System.Text;

namespace AllianceApi.Packs.Ndjson;

/// <summary>Short texts, each once: ids stand in many records, and a large pack is mostly these.</summary>
internal sealed class TextPool
{
    private const int Longest = 100;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public TextPool() => _bySpan = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text of bytes that are ASCII; null where they are not, or too many.</summary>
    public string? Of(ReadOnlySpan<byte> ascii)
    {
        Span<char> letters = stackalloc char[Longest];
        if (ascii.Length > Longest || !Ascii.IsValid(ascii))
            return null;
        letters = letters[..Encoding.ASCII.GetChars(ascii, letters)];
        if (_bySpan.TryGetValue(letters, out var known))
            return known;
        _bySpan.Add(letters);
        return _bySpan.TryGetValue(letters, out known) ? known : null;
    }
}
