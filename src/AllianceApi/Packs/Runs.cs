using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AllianceApi.Packs;

/// <summary>A token of a text and where it stands there, in UTF-16 units.</summary>
internal readonly record struct Token(string Text, int Start, int End);

/// <summary>
/// Tokens, and the hashes of five of them in a row: they let a quote be placed and a borrowed sentence be found without the text.
/// </summary>
internal static class Runs
{
    /// <summary>How many tokens make a run.</summary>
    public const int Length = 5;

    /// <summary>How many runs in a row make a borrowed text: eight tokens.</summary>
    public const int Borrowed = 4;

    /// <summary>
    /// Characters whose full case folding is not their lower case. Polytonic Greek, Cherokee and the variants of old Cyrillic are left out:
    /// their runs agree among themselves, which is all that comparing needs.
    /// </summary>
    private static readonly Dictionary<Rune, string> Folds =
        ("µμ ßss ŉʼn ſs ςσ ϐβ ϑθ ϕφ ϖπ ϰκ ϱρ ϵε ևեւ ẚaʾ ẛṡ ẞss ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst ﬓմն ﬔմե ﬕմի ﬖվն ﬗմխ " +
        "\u01F0j\u030C \u0390ι\u0308\u0301 \u03B0υ\u0308\u0301 \u1E96h\u0331 \u1E97t\u0308 \u1E98w\u030A \u1E99y\u030A \u0130i\u0307 \u0345ι")
        .Split(' ').ToDictionary(pair => Rune.GetRuneAt(pair, 0), pair => pair[1..]);

    /// <summary>The case-folded runs of letters and digits.</summary>
    public static IReadOnlyList<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var token = new StringBuilder();
        var (start, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (token.Length == 0)
                start = at;
            // Most of most texts takes this way.
            if (rune.IsAscii)
                Add((char)rune.Value);
            else
                Fold(rune);
            at += rune.Utf16SequenceLength;
        }
        End(at);
        return tokens;

        void Add(char c)
        {
            if (char.IsAsciiLetterOrDigit(c))
                token.Append(char.ToLowerInvariant(c));
            else
                End(at);
        }

        void Fold(Rune rune)
        {
            foreach (var folded in Folded(rune).EnumerateRunes())
            {
                if (Rune.IsLetter(folded) || Rune.IsNumber(folded))
                    token.Append(folded.ToString());
                else
                    End(at);
            }
        }

        void End(int end)
        {
            if (token.Length > 0)
                tokens.Add(new Token(token.ToString(), start, end));
            token.Clear();
        }
    }

    /// <summary>The first 12 hex digits of the SHA-256 of each five tokens in a row, joined by single spaces.</summary>
    public static List<string> Of(IReadOnlyList<Token> tokens)
    {
        var runs = new List<string>(Math.Max(0, tokens.Count - Length + 1));
        var text = Encoding.UTF8.GetBytes(string.Join(' ', tokens.Select(token => token.Text)));
        var ends = new int[tokens.Count + 1];
        for (var i = 0; i < tokens.Count; i++)
            ends[i + 1] = ends[i] + Encoding.UTF8.GetByteCount(tokens[i].Text) + 1;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var first = 0; first + Length <= tokens.Count; first++)
        {
            SHA256.HashData(text.AsSpan(ends[first]..(ends[first + Length] - 1)), hash);
            runs.Add(Convert.ToHexStringLower(hash[..6]));
        }
        return runs;
    }

    public static List<string> Of(string text) => Of(Tokens(text));

    /// <summary>The bits that the digits of a run stand for: half the room, and quicker to compare.</summary>
    public static ulong Bits(string run) =>
        ulong.TryParse(run, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) ? bits : ulong.MaxValue;

    private static string Folded(Rune rune) => Folds.TryGetValue(rune, out var folded) ? folded : Rune.ToLowerInvariant(rune).ToString();
}
