using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AllianceApi.Graph;

/// <summary>
/// Bytes of JSON being put together, mostly by copying what is already escaped. One encoder for the whole program, so that bytes never differ.
/// </summary>
internal sealed class JsonBuffer : IDisposable
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?-_()/–’‘“”");

    /// <summary>The time that was last written: records of one load all have the same.</summary>
    private (DateTime Of, byte[]? Json) _time;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    // Inlined, so that copying a piece of known length is a few moves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(scoped ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        Length += json.Length;
    }

    /// <summary>A text that needs no escaping, such as an id.</summary>
    public void Ascii(string text) => Length += System.Text.Encoding.ASCII.GetBytes(text, Room(text.Length));

    public void String(string text) => String(text.AsSpan());

    public void String(ReadOnlySpan<char> text)
    {
        Raw("\""u8);
        if (IsPlain(text))
            Length += System.Text.Encoding.UTF8.GetBytes(text, Room(System.Text.Encoding.UTF8.GetMaxByteCount(text.Length)));
        else
            Raw(JsonEncodedText.Encode(text, Encoder).EncodedUtf8Bytes);
        Raw("\""u8);
    }

    public void Number(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        Length += written;
    }

    /// <summary>A number in the fewest digits that tell it from every other.</summary>
    public void Number(double number)
    {
        number.TryFormat(Room(32), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
    }

    public void Bool(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>A point in time as the serializer writes it.</summary>
    public void Time(DateTime time)
    {
        if (_time.Json is null || time != _time.Of)
            _time = (time, JsonSerializer.SerializeToUtf8Bytes(time));
        Raw(_time.Json);
    }

    public void Array<T>(IReadOnlyList<T> items, Action<T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Raw(i == 0 ? "["u8 : ","u8);
            write(items[i]);
        }
        Raw(items.Count == 0 ? "[]"u8 : "]"u8);
    }

    /// <summary>Makes room for so many bytes to come.</summary>
    public void Expect(int size) => Room(size);

    /// <summary>Takes back what was written behind <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = length;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    /// <summary>Whether a text is made of characters only that no encoder touches; the others are left to it.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Plain);

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size)
            Grow(size);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
