namespace AllianceApi.Packs.Ndjson;

/// <summary>The lines of a stream as bytes, one at a time, without more than the longest of them in memory.</summary>
internal sealed class LineReader(Stream stream)
{
    public const int LongestLine = 16 << 20;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _over;
    private long _next;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line that was read last begins in the stream.</summary>
    public long Start { get; private set; }

    /// <summary>The next line without its end, valid until the next call; null behind the last.</summary>
    /// <exception cref="InvalidDataException">The line is longer than is read.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Taken(searched + found, beyond: 1);
            searched = _end - _start;
            if (_over && searched == 0)
                return null;
            if (_over)
                return Taken(searched, beyond: 0);
            Fill();
        }
    }

    private ReadOnlyMemory<byte> Taken(int length, int beyond)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + beyond;
        (Start, _next) = (_next, _next + length + beyond);
        if (++Number > 1 || !line.Span.StartsWith("\uFEFF"u8))
            return line;
        Start += 3;
        return line[3..];
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestLine)
                throw new InvalidDataException();
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _over = read == 0;
        _end += read;
    }
}
