using System.Security.Cryptography;
using System.Text;
using AllianceApi.Access;
using AllianceApi.Http;
using Microsoft.Net.Http.Headers;

namespace AllianceApi.Curation;

/// <summary>What a write says beside its body: in its query and its headers.</summary>
internal sealed class WriteOptions
{
    private const int LongestKey = 200;

    public bool DryRun { get; set; }

    /// <summary>Whether what the change would orphan goes with it.</summary>
    public bool Cascade { get; set; }

    /// <summary>What stands for a deleted record.</summary>
    public string? Successor { get; set; }

    public required Caller Caller { get; set; }

    /// <summary>Why, in the words of whoever writes; null where they do not say.</summary>
    public string? Note { get; private set; }

    /// <summary>The key under which the answer is kept; null where it is not.</summary>
    public string? Key { get; private set; }

    /// <summary>The hash of all that is asked for: the same key means the same request.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Whether the answer is to have no body.</summary>
    public bool Minimal { get; private set; }

    /// <summary>Reads the headers of a write.</summary>
    public static ProblemResult? Read(HttpContext context, ReadOnlyMemory<byte> body, out WriteOptions options)
    {
        var request = context.Request;
        var given = ReadQuery.Of(context).Own<WriteParameters.Given>();
        options = new WriteOptions { Caller = context.Caller(), DryRun = given.DryRun, Cascade = given.Cascade, Successor = given.Successor };
        if (TextHeader.Read(request, TextHeader.Note, TextHeader.LongestNote, out var note) is { } wrongNote)
            return wrongNote;
        if (TextHeader.Read(request, "Idempotency-Key", LongestKey, out var key) is { } wrongKey)
            return wrongKey;
        // Structured headers write it as a quoted string, most clients as it is.
        (options.Note, options.Key) = (note, options.DryRun ? null : key?.Trim('"'));
        if (options.Key is "")
            return Problem.InvalidHeader.With("'Idempotency-Key' is empty. Send a new random one, such as a UUID, with each write.");
        options.Minimal = request.Headers.TryGetValue("Prefer", out var preferences) && preferences.Any(value => value!.Split([',', ';'], StringSplitOptions.TrimEntries).Contains("return=minimal"));
        options.Fingerprint = FingerprintOf(request, body.Span);
        return null;
    }

    private static string FingerprintOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.Headers[HeaderNames.IfMatch]}\n{request.ContentType}\n{request.Headers["Prefer"]}\n{request.Headers["Change-Note"]}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The query parameters of writes.</summary>
internal static class WriteParameters
{
    /// <summary>What was given.</summary>
    internal sealed class Given
    {
        public bool DryRun { get; set; }
        public bool Cascade { get; set; }
        public string? Successor { get; set; }
    }

    public static Parameter DryRun { get; } = Parameter.Switch<Given>("dryRun", "`true` answers as the write would, with `Dry-Run: true`, and changes nothing.", (given, value) => given.DryRun = value);

    public static Parameter Cascade { get; } = Parameter.Switch<Given>("cascade",
        "`true` lets what the change would orphan go with it: facts without an end, statements that say nothing any more, entities without mention. The answer to a delete lists all.",
        (given, value) => given.Cascade = value);

    public static Parameter Successor { get; } = new()
    {
        Name = "successor",
        Description = "The id that stands for the deleted one from now on; whoever asks for the old one is told.",
        Many = false,
        Apply = (context, values) => context.Query.Own<Given>().Successor = values[0],
    };
}
