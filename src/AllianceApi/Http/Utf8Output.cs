using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>
/// Text on its way to a client, encoded straight into the answer's pipe. Whoever writes calls <see cref="SendAsync"/> behind each record:
/// so memory stays what a few records take, however long the answer is, and a client that hung up ends it.
/// </summary>
internal sealed class Utf8Output(PipeWriter pipe, CancellationToken aborted) : TextWriter
{
    private const int Worthwhile = 16 * 1024;

    private readonly Encoder _encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetEncoder();
    private int _unsent;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var room = pipe.GetSpan(Math.Min(buffer.Length * 3, Worthwhile) + 4);
            _encoder.Convert(buffer, room, flush: false, out var read, out var written, out _);
            pipe.Advance(written);
            _unsent += written;
            buffer = buffer[read..];
        }
    }

    /// <summary>A text as a string of JSON, quoted and escaped.</summary>
    public void Json(string text)
    {
        Write('"');
        JsonBuffer.Encoder.Encode(this, text);
        Write('"');
    }

    public void Utf8(ReadOnlySpan<byte> bytes)
    {
        pipe.Write(bytes);
        _unsent += bytes.Length;
    }

    /// <summary>Sends what has gathered, once that is worthwhile.</summary>
    /// <exception cref="OperationCanceledException">The client hung up.</exception>
    public ValueTask SendAsync() => _unsent < Worthwhile ? ValueTask.CompletedTask : FlushedAsync();

    public async ValueTask FlushedAsync()
    {
        _unsent = 0;
        var result = await pipe.FlushAsync(aborted);
        if (result.IsCompleted)
            throw new OperationCanceledException("The client hung up.");
    }
}
