using AllianceApi.Tests.Support;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Verification;

public sealed class QuoteTests(QuotedGraph api) : IClassFixture<QuotedGraph>
{
    private const string LampAt = "log/first-winter.p1s1";
    private const string BoatAt = "log/first-winter.p1s2";

    [Theory]
    [InlineData(QuotedGraph.Lamp, LampAt)]
    [InlineData("  the KEEPER of the northern lighthouse -- must never leave the lamp unlit", LampAt)]
    [InlineData($"{QuotedGraph.Lamp} {QuotedGraph.Boat}", $"{LampAt} {BoatAt}")]
    [InlineData($"{QuotedGraph.Lamp}\n{QuotedGraph.Oil}", $"{LampAt} log/second-winter.p1s2")]
    [InlineData($"{QuotedGraph.Boat} {QuotedGraph.Rope}", "market/the-quay.p1s1 market/the-quay.p1s2")]
    [InlineData("The keeper of the northern lighthouse must\nnever leave the lamp unlit while any ship", LampAt)]
    [InlineData($"So it was. {QuotedGraph.Lamp}", LampAt)]
    public async Task What_stands_there_is_exact(string quote, string passages)
    {
        var claim = await api.VerifyQuote(quote);
        Assert.Equal(("exact", passages), (claim.Text("verdict"), claim.Located()));
        Assert.Empty(claim.Differences());
    }

    [Theory]
    [InlineData("leave the lamp", "leave the [fire]")]
    [InlineData("The keeper of", "The [guard] of")]
    [InlineData("ship is still out at sea", "ship is still out at [port]")]
    [InlineData("unlit while any", "unlit 🔥 [unless] any")]
    public async Task A_changed_word_lies_in_a_difference(string original, string changed)
    {
        var quote = QuotedGraph.Lamp.Replace(original, changed, StringComparison.Ordinal);
        var (start, end) = (CodePoints(quote, quote.IndexOf('[', StringComparison.Ordinal)), CodePoints(quote, quote.IndexOf(']', StringComparison.Ordinal) + 1));
        var claim = await api.VerifyQuote(quote);
        Assert.Equal(("altered", LampAt), (claim.Text("verdict"), claim.Located()));
        var difference = Assert.Single(claim.Differences());
        Assert.True(difference.Start <= start + 1 && difference.Start + difference.Length >= end - 1, $"{difference}");
    }

    [Fact]
    public async Task A_single_changed_word_is_the_difference()
    {
        var quote = QuotedGraph.Lamp.Replace("lamp", "stove", StringComparison.Ordinal);
        Assert.Equal([(quote.IndexOf("stove", StringComparison.Ordinal), 5)], (await api.VerifyQuote(quote)).Differences());
    }

    [Fact]
    public async Task A_dropped_never_is_found()
    {
        var quote = QuotedGraph.Lamp.Replace("never ", "", StringComparison.Ordinal);
        var claim = await api.VerifyQuote(quote);
        Assert.Equal("altered", claim.Text("verdict"));
        Assert.Equal([(quote.IndexOf(" leave", StringComparison.Ordinal), 0)], claim.Differences());
    }

    [Fact]
    public async Task So_it_is_where_a_line_breaks() => Assert.Equal(
        [(43, 0)], (await api.VerifyQuote("The keeper of the northern lighthouse must\nleave the lamp unlit while any ship")).Differences());

    [Fact]
    public async Task Moved_words_leave_differences_at_the_seams()
    {
        var claim = await api.VerifyQuote("While any ship is still out at sea the keeper of the northern lighthouse must never leave the lamp unlit.");
        Assert.Equal(("altered", LampAt), (claim.Text("verdict"), claim.Located()));
        Assert.Equal([(34, 0)], claim.Differences());
    }

    [Fact]
    public async Task Sentences_in_another_order_are_altered()
    {
        var claim = await api.VerifyQuote($"{QuotedGraph.Oil} {QuotedGraph.Lamp}");
        Assert.Equal("altered", claim.Text("verdict"));
        Assert.Equal([(QuotedGraph.Oil.Length + 1, 0)], claim.Differences());
    }

    [Fact]
    public async Task A_quote_is_held_against_the_document_that_it_names()
    {
        Assert.Equal("market/the-quay.p1s1", (await api.VerifyQuote(QuotedGraph.Boat, "market")).Located());
        var elsewhere = await api.VerifyQuote(QuotedGraph.Lamp, "market");
        Assert.Equal(("notFound", ""), (elsewhere.Text("verdict"), elsewhere.Located()));
    }

    [Fact]
    public async Task An_invented_sentence_beside_a_real_one_is_all_difference()
    {
        const string Invented = "Ghosts were seen on the roof.";
        var claim = await api.VerifyQuote($"{Invented} {QuotedGraph.Lamp}");
        Assert.Equal(("altered", LampAt), (claim.Text("verdict"), claim.Located()));
        Assert.Equal([(0, Invented.Length - 1)], claim.Differences());
        Assert.Equal("notFound", (await api.VerifyQuote(Invented)).Text("verdict"));
    }

    [Fact]
    public async Task Replaced_words_lie_in_differences_wherever_they_are()
    {
        string[] sentences = [QuotedGraph.Lamp, QuotedGraph.Paint, QuotedGraph.Oil, QuotedGraph.Rope];
        var choices = Gen.Select(Gen.OneOf(sentences), Gen.Int[0, 17].Array[1, 3]);
        await choices.SampleAsync(async (sentence, places) =>
        {
            var words = sentence.Split(' ');
            foreach (var place in places)
                words[place] = "zzzz";
            var claim = await api.VerifyQuote(string.Join(' ', words));
            if (claim.Text("verdict") == "notFound")
                return;
            Assert.Equal("altered", claim.Text("verdict"));
            Assert.Single(claim.List("passages"));
            foreach (var place in places)
            {
                var start = words.Take(place).Sum(word => word.Length + 1);
                Assert.Contains(claim.Differences(), difference => difference.Start <= start && start + 4 <= difference.Start + difference.Length);
            }
        }, iter: 200);
    }

    private static int CodePoints(string text, int end) => text[..end].EnumerateRunes().Count();
}
