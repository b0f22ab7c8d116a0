using System.Text;
using AllianceApi.Packs;
using AllianceApi.Packs.Validators;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Packs;

public class SplitterTests
{
    private const string Text = """
        The harbour

        Ships come in. They leave again! Do they?

        Walls
          The U.S. consul, i.e. the guest, paid 3.5 crowns. 𝔸 wall stands, e.g. here. it was old.
        And a second paragraph that is long enough not to be taken for a heading, although it has no stop

        Walls
        항구
        항구는 조용하다.
        港は静かだ。船が来る！「はい。」終わり。

        """;

    private static readonly string[] Parts = ["A", "b", "é", "𝔸", "항", "。", ".", "!", " ", "\t", "\n", "\r\n", "\u2028", "U.S.", "1", "-"];

    [Fact]
    public void A_text_is_split_into_sections_paragraphs_and_sentences()
    {
        var document = DocumentSplitter.Split(Encoding.UTF8.GetBytes(Text), "harbour");

        Assert.Equal("The harbour", document.Title);
        Assert.Equal(
            [
                "walls.p1s1: The U.S. consul, i.e. the guest, paid 3.5 crowns.",
                "walls.p1s2: 𝔸 wall stands, e.g. here. it was old.",
                "walls.p2s1: And a second paragraph that is long enough not to be taken for a heading, although it has no stop",
                "section-4.p1s1: 항구는 조용하다.",
                "section-4.p2s1: 港は静かだ。",
                "section-4.p2s2: 船が来る！",
                "section-4.p2s3: 「はい。」",
                "section-4.p2s4: 終わり。",
            ],
            document.Passages.Select(passage => $"{passage.Locator}: {Cut(passage.Start, passage.End)}"));
        Assert.Equal(["ships-come-in-they-leave-again-do-they", "walls", "walls-2", "section-4"], document.Sections.Select(section => section.Id));
    }

    [Fact]
    public void Sentences_above_the_first_heading_are_an_introduction()
    {
        var document = DocumentSplitter.Split("Title\nOne sentence. Another.\nWalls\nA third."u8.ToArray(), "x");
        Assert.Equal(["introduction.p1s1", "introduction.p1s2", "walls.p1s1"], document.Passages.Select(passage => passage.Locator));
        Assert.Equal(["Introduction", "Walls"], document.Sections.Select(section => section.Title));
    }

    [Fact]
    public void Hashes_are_of_the_sentence_with_white_space_collapsed()
    {
        var one = DocumentSplitter.Split("T\nThe old  wall\tstill keeps the sea out."u8.ToArray(), "x").Passages[0];
        var two = DocumentSplitter.Split("T\r\nThe old wall still keeps the sea out.\r\n"u8.ToArray(), "x").Passages[0];
        Assert.Equal(two.Sha256, one.Sha256);
        Assert.Equal("05a49669224c", one.Runs[0]);
        Assert.Equal(8, one.Words);
        Assert.Equal(4, one.Runs.Count);
        Assert.Equal((3, 40), (two.Start, two.End));
    }

    [Fact]
    public void Any_text_gives_passages_in_order_that_a_pack_may_hold() =>
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 60].Sample(parts =>
        {
            var document = DocumentSplitter.Split(Encoding.UTF8.GetBytes($"Title\nHeading\n{string.Concat(parts)}"), "x");
            using var folder = PackFolder.Empty().Write("document.yaml", DocumentWriter.Write(document));
            var read = folder.Read();
            return read.Problems.Count == 0
                && read.Pack!.Documents[0].Passages.Select(passage => (passage.Locator, passage.Start, passage.End, passage.Words, passage.Sha256, string.Join(' ', passage.Runs)))
                    .SequenceEqual(document.Passages.Select(passage => (passage.Locator, passage.Start, passage.End, passage.Words, passage.Sha256, string.Join(' ', passage.Runs))));
        }, iter: 300);

    [Theory]
    [InlineData("Straße ΣΊΣΥΦΟΣ ﬁn İ x_y 3½ don't", "strasse σίσυφοσ fin i x y 3½ don t")]
    [InlineData("e\u0301a", "e a")]
    [InlineData("", "")]
    public void Tokens_are_case_folded_runs_of_letters_and_digits(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Runs.Tokens(text).Select(token => token.Text)));

    [Fact]
    public void A_text_that_is_not_utf_8_is_an_exception() =>
        Assert.Throws<DecoderFallbackException>(() => DocumentSplitter.Split([0xff, 0xfe, 0x41], "x"));

    [Theory]
    [InlineData(" x", "the text has white space")]
    [InlineData("a\nb", "the text has a line break")]
    [InlineData("a\n", "the text ends with a line break")]
    [InlineData("a\u0007", "the text has a character that cannot be shown (U+0007)")]
    [InlineData("e\u0301", "the text is not in Unicode's composed form")]
    [InlineData("\U0001D538\U0001D538\U0001D538\U0001D538\U0001D538", "the text has 5 characters; 4 are allowed")]
    public void A_text_of_bad_form_is_told(string text, string fault) => Assert.StartsWith(fault, TextRules.Fault(text, 4)!.Value.Message, StringComparison.Ordinal);

    [Fact]
    public void A_lone_surrogate_is_told() => Assert.Contains("U+FFFD", TextRules.Fault("a" + (char)0xd800, 10)!.Value.Message, StringComparison.Ordinal);

    private static string Cut(int start, int end) =>
        string.Concat(Text.EnumerateRunes().Skip(start).Take(end - start).Select(rune => rune.ToString()));
}
