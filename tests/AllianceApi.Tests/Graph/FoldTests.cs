using AllianceApi.Graph;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>Texts made comparable, and the words nearest to a misspelt one.</summary>
public sealed class FoldTests
{
    [Theory]
    [InlineData("Zoë", "zoe")]
    [InlineData("  The \t Mutual\n Defense Treaty ", "the mutual defense treaty")]
    [InlineData("e\u0301", "e")]
    [InlineData("\u00c5NGSTR\u00d6M", "angstrom")]
    [InlineData("F-35", "f-35")]
    [InlineData("", "")]
    [InlineData(" \u00a0 ", "")]
    public void A_text_folds_to(string text, string folded) => Assert.Equal(folded, Fold.Text(text));

    [Fact]
    public void Half_of_a_character_is_replaced() => Assert.Equal("a\ufffdb", Fold.Text("A\ud800B"));

    [Fact]
    public void Folding_again_changes_nothing() => Gen.String.Sample(text =>
    {
        var once = Fold.Text(text);
        Assert.Equal(once, Fold.Text(once));
        Assert.DoesNotContain("  ", once, StringComparison.Ordinal);
        Assert.Equal(once, Fold.Text($" {text}\t"));
    });

    [Fact]
    public void Words_are_found_where_they_begin()
    {
        var words = Fold.Words("The Zoë-Treaty (1953)", "ROK");
        Assert.All(["the", "zo", "treaty", "19", "rok"], word => Assert.Contains($" {word}", words, StringComparison.Ordinal));
        Assert.DoesNotContain(" oe", words, StringComparison.Ordinal);
        Assert.DoesNotContain("-", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mutal-defense-treaty", "mutual-defense-treaty")]
    [InlineData("treaty", "mutual-defense-treaty peace-treaty")]
    [InlineData("peace-traety", "peace-treaty")]
    [InlineData("South-Korea", "south-korea")]
    [InlineData("zzzzzzzz", "")]
    [InlineData("", "")]
    public void A_misspelt_word_finds_the_nearest(string word, string nearest) =>
        Assert.Equal(nearest, string.Join(' ', Nearest.To(word, ["south-korea", "mutual-defense-treaty", "peace-treaty", "armistice"])));

    [Fact]
    public void The_nearest_are_at_most_three_and_a_known_word_is_the_first() => Gen.Select(Gen.String[Gen.Char['a', 'c'], 1, 6].Array[1, 20], Gen.Int[0, 19]).Sample((words, index) =>
    {
        var word = words[index % words.Length];
        var nearest = Nearest.To(word, words.Distinct());
        Assert.InRange(nearest.Count, 1, 3);
        Assert.All(nearest, found => Assert.Contains(found, words));
        Assert.Equal(word, nearest[0]);
    });

    [Fact]
    public void A_word_of_any_length_is_looked_up_without_harm()
    {
        Assert.Empty(Nearest.To(new string('a', 10_000), [new string('a', 10_000)]));
        Assert.Empty(Nearest.To("abc", [new string('b', 10_000)]));
    }
}
