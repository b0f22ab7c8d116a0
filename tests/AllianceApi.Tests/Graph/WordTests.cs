using AllianceApi.Graph;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph;

/// <summary>Texts made comparable, and words that were misspelt.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("Zoë  GUILD\t", "zoe guild")]
    [InlineData("e\u0301", "e")]
    [InlineData("\u00C5land", "aland")]
    [InlineData("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8")]
    [InlineData("İ", "i")]
    [InlineData("e\u0301\u0323", "e")]
    public void A_fold_drops_case_marks_and_spacing(string text, string fold) => Assert.Equal(fold, Fold.Text(text));

    [Fact]
    public void A_fold_is_its_own_fold() => Gen.String.Sample(text => Assert.Equal(Fold.Text(text), Fold.Text(Fold.Text(text).ToUpperInvariant().ToLowerInvariant())), iter: 2_000);

    [Theory]
    [InlineData("U.S.–ROK alliance", " u s rok alliance")]
    [InlineData("F-35", " f 35")]
    [InlineData("🦀", " ")]
    public void Words_begin_behind_a_space(string text, string words) => Assert.Equal(words, Fold.Words(text));

    [Theory]
    [InlineData("treatys", "treaties", "treaty")]
    [InlineData("treaty", "treaty")]
    [InlineData("xyzxyzxyz")]
    [InlineData("")]
    public void The_nearest_come_first_and_far_ones_not_at_all(string word, params string[] nearest) =>
        Assert.Equal(nearest.Order(StringComparer.Ordinal), Nearest.To(word, ["treaty", "treaties", "actor", "place"]).Where(found => nearest.Contains(found)).Order(StringComparer.Ordinal));

    [Fact]
    public void One_slip_is_always_forgiven() => Gen.Select(Gen.String[Gen.Char["abcdefgh"], 4, 12], Gen.Int[0, 3]).Sample((word, at) =>
    {
        Assert.Contains(word, Nearest.To(word.Remove(at, 1), [word]));
        Assert.Contains(word, Nearest.To(word.Insert(at, "z"), [word]));
        Assert.Contains(word, Nearest.To($"{word[..at]}z{word[(at + 1)..]}", [word]));
    });

    [Fact]
    public void At_most_three_are_named() => Assert.Equal(3, Nearest.To("aaaa", ["aaab", "aaac", "aaad", "aaae"]).Count);

    [Fact]
    public void A_monstrous_word_is_not_compared() => Assert.Empty(Nearest.To(new string('a', 10_000), [new string('a', 100)]));
}
