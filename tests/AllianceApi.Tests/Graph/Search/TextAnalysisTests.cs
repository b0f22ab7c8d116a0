using AllianceApi.Graph.Search;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph.Search;

/// <summary>Texts come apart into words, whose places are those of the original.</summary>
public sealed class TextAnalysisTests
{
    [Theory]
    [InlineData("The U.S.–ROK alliance", "the us rok alliance", "")]
    [InlineData("U.S.-led, U.S.'s", "us led us", "usled")]
    [InlineData("Korea's allies’ F-35s", "korea ally f 35s", "f35")]
    [InlineData("cost-sharing  talks", "cost sharing talk", "costsharing")]
    [InlineData("28,500 troops in 1,95 days", "28 500 troop in 1 95 day", "28500")]
    [InlineData("Cafe\u0301 DÉTENTE", "cafe detente", "")]
    [InlineData("o'clock don’t", "o clock don t", "oclock dont")]
    [InlineData("de\u00ADterrence", "de terrence", "deterrence")]
    [InlineData("\u200Fsafe\u200E 🙂 \uD800 한미동맹", "safe 한미동맹", "")]
    public void Words_and_joints_are_found(string text, string words, string joints)
    {
        var read = new TextAnalysis().Read(text);
        var (foundWords, foundJoints) = (new List<string>(), new List<string>());
        foreach (var word in read.Words)
            foundWords.Add(Spelling.Normalise(read.LettersOf(word)).Normalize());
        foreach (var joint in read.Joints)
            foundJoints.Add(Spelling.Normalise(read.LettersOf(joint)));
        Assert.Equal(words, string.Join(' ', foundWords));
        Assert.Equal(joints, string.Join(' ', foundJoints));
    }

    [Theory]
    [InlineData("🙂 Détente, de\u0301tente", "detente", new[] { 2, 7, 11, 8 })]
    [InlineData("The U.S. and US", "us", new[] { 4, 3, 13, 2 })]
    [InlineData("an F-35 and two F35s", "f35", new[] { 3, 4, 16, 4 })]
    [InlineData("cost sharing, cost-sharing", "cost-sharing", new[] { 0, 12, 14, 12 })]
    [InlineData("a nuclear umbrella, an umbrella", "\"nuclear umbrellas\"", new[] { 2, 16 })]
    [InlineData("deterrence deters", "dete*", new[] { 0, 10, 11, 6 })]
    public void Highlights_stand_where_the_words_do(string text, string question, int[] places) =>
        Assert.Equal(places.Chunk(2).Select(place => new Highlight(place[0], place[1])), new Highlighter(QueryParser.Parse(question).Query!).Of(text));

    [Fact]
    public void Highlights_point_at_the_words_of_any_text() => Gen.Select(Gen.String[0, 40], Gen.OneOf("nuclear", "Umbrella", "détente"), Gen.String[0, 10]).Sample((before, word, after) =>
    {
        var text = $"{before} {word} {after}";
        var start = before.EnumerateRunes().Count() + 1;
        Assert.Contains(new Highlight(start, word.Length), new Highlighter(QueryParser.Parse(word).Query!).Of(text));
    }, iter: 5_000);

    [Fact]
    public void No_text_and_no_question_breaks_it() => Gen.Select(Gen.String[0, 60], Gen.String[0, 60]).Sample((text, question) =>
    {
        var record = new SearchRecord { IsStatement = false, Id = "a", Group = "actor", Texts = [(SearchField.Name, text), (SearchField.Summary, question)] };
        var index = SearchIndex.Of([record]);
        if (QueryParser.Parse(question).Query is not { } query)
            return;
        Ranking.Run(index, new SearchRequest(query));
        Misspelling.Mend(index, query);
        Assert.All(new Highlighter(query).Of(text), highlight => Assert.InRange(highlight.Start + highlight.Length, 1, text.EnumerateRunes().Count()));
    }, iter: 5_000);
}
