using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AllianceApi.Graph;

namespace AllianceApi.Packs;

/// <summary>
/// Splits a text into sections and passages. Line 1 is the title; a short line without a full stop is a heading; every other line is a paragraph;
/// a sentence ends at <c>.!?</c> and white space before anything but a lower-case letter, or at <c>。！？</c>, common abbreviations aside.
/// </summary>
internal sealed partial class DocumentSplitter
{
    private const string LineEnds = "\r\n\v\f\u001C-\u001E\u0085\u2028\u2029";
    private const RegexOptions Exactly = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>How many milliseconds a match may take: none of the patterns comes near it.</summary>
    private const int Patience = 1000;
    private const int LongestHeading = 79;
    private const int LongestAbbreviation = 16;
    private const string BeforeAnyHeading = "Introduction";

    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);
    private readonly Document _document;
    private Section? _section;
    private int _paragraph;

    private DocumentSplitter(Document document) => _document = document;

    /// <summary>The document that the bytes of a UTF-8 file hold.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static Document Split(byte[] file, string id, string? title = null, string language = "en")
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        var document = new Document { Id = id, Title = title ?? "", Language = language, Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) };
        new DocumentSplitter(document).Split(text);
        return document;
    }

    /// <summary>Where each sentence of a paragraph begins and ends, in UTF-16 units.</summary>
    public static IEnumerable<(int Start, int End)> Sentences(string paragraph)
    {
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(paragraph))
        {
            var mark = end.Groups["mark"];
            var until = mark.Index + mark.Length;
            if (mark.Value == "." && Abbreviation().IsMatch(paragraph[Math.Max(start, until - LongestAbbreviation)..until]))
                continue;
            if (end.Index + end.Length >= paragraph.Length)
                break;
            yield return (start, until);
            start = end.Index + end.Length;
        }
        if (paragraph.TrimEnd().Length is var last && last > start)
            yield return (start, last);
    }

    /// <summary>Where each sentence of a text of several paragraphs begins and ends, in UTF-16 units; a line is a paragraph.</summary>
    public static IEnumerable<(int Start, int End)> SentencesOfLines(string text) => Line().Matches(text)
        .SelectMany(line => Sentences(line.Value).Select(sentence => (line.Index + sentence.Start, line.Index + sentence.End)));

    /// <summary>A text as it is hashed: white space collapsed.</summary>
    public static string Collapsed(string text) => WhiteSpace().Replace(text, " ");

    /// <summary>The number of Unicode code points of a text.</summary>
    public static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }
        return count;
    }

    private void Split(string text)
    {
        var (offset, number) = (0, 0);
        foreach (Match match in Line().Matches(text))
        {
            var line = match.Value;
            var bare = line.Trim();
            if (number++ == 0)
                _document.Title = _document.Title.Length > 0 ? _document.Title : Titled(bare);
            else if (bare.Length > 0 && IsHeading(bare))
                AddSection(bare);
            else if (bare.Length > 0)
                AddParagraph(line, offset);
            offset += CodePoints(line);
        }
    }

    private static bool IsHeading(string line) => CodePoints(line) <= LongestHeading && line[^1] is not ('.' or '。' or '．');

    /// <summary>A line as a title: what cannot be shown is dropped, the rest composed (NFC).</summary>
    private static string Titled(string line) =>
        Collapsed(string.Concat(Collapsed(line).Where(c => !char.IsControl(c) && c != '\uFEFF'))).Trim().Normalize();

    private void AddSection(string title)
    {
        var slug = NotSlug().Replace(Fold.Text(title), "-").Trim('-');
        if (slug.Length == 0)
            slug = string.Create(CultureInfo.InvariantCulture, $"section-{_document.Sections.Count + 1}");
        var id = slug;
        for (var n = 2; !_slugs.Add(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        _section = new Section { Id = id, Title = Titled(title) };
        _document.Sections.Add(_section);
        _paragraph = 0;
    }

    private void AddParagraph(string line, int offset)
    {
        if (_section is null)
            AddSection(BeforeAnyHeading);
        _paragraph++;
        var indent = line.Length - line.TrimStart().Length;
        var paragraph = line[indent..];
        var (at, place, sentence) = (0, offset + indent, 0);
        foreach (var (start, end) in Sentences(paragraph))
        {
            place += CodePoints(paragraph.AsSpan(at, start - at));
            var text = paragraph[start..end];
            _document.Passages.Add(PassageOf(text, string.Create(CultureInfo.InvariantCulture, $"{_section!.Id}.p{_paragraph}s{++sentence}"), place));
            at = start;
        }
    }

    private Passage PassageOf(string text, string locator, int start)
    {
        var sentence = Collapsed(text);
        return new Passage
        {
            Locator = locator,
            Section = _section!.Id,
            Start = start,
            End = start + CodePoints(text),
            Words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sentence))),
            Runs = Runs.Of(sentence),
        };
    }

    /// <summary>A line with its end, by everything that Unicode takes for one.</summary>
    [GeneratedRegex($"[^{LineEnds}]*(\r\n|[{LineEnds}])|[^{LineEnds}]+$", Exactly, Patience)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<mark>[.!?])\s+(?=[^\s\p{Ll}])|(?<mark>[。！？]+[」』”’）】》]*)\s*", Exactly, Patience)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(U\.S|U\.K|U\.N|D\.C|R\.O\.K|vs|e\.g|i\.e|cf|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|St|approx)\.$", Exactly, Patience)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\s+", Exactly, Patience)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("[^a-z0-9]+", Exactly, Patience)]
    private static partial Regex NotSlug();
}
