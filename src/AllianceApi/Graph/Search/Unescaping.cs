using System.Text;
using System.Text.Json;

namespace AllianceApi.Graph.Search;

/// <summary>Takes texts out of JSON, one after another into the same buffer.</summary>
internal sealed class Unescaping
{
    private char[] _letters = new char[512];

    /// <summary>The text that stands between quotation marks; good until the next.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<byte> text)
    {
        if (_letters.Length < text.Length)
            _letters = new char[2 * text.Length];
        return _letters.AsSpan(0, text.Contains((byte)'\\') ? Unescape(text) : Encoding.UTF8.GetChars(text, _letters));
    }

    private int Unescape(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader((byte[])[(byte)'"', .. text, (byte)'"']);
        reader.Read();
        return reader.CopyString(_letters);
    }
}
