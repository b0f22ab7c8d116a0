using AllianceApi.Graph.Search;
using CsCheck;
using Xunit;

namespace AllianceApi.Tests.Graph.Search;

/// <summary>No word is kept from a form that it comes to.</summary>
public sealed class SieveTests
{
    private static readonly string[] Beginnings = ["", "a", "p", "mi", .. SpellingRules.Beginnings.Select(rule => rule.Beginning), .. SpellingRules.Irregular.Keys, .. SpellingRules.AsTheyAre];

    private static readonly string[] Endings = ["", "s", "es", "1s", .. SpellingRules.Plurals.Select(rule => rule.End), .. SpellingRules.Endings.Select(rule => rule.End)];

    [Fact]
    public void Each_word_gets_through_to_its_form() => Gen.Select(Gen.OneOf(Beginnings), Gen.String[Gen.Char['a', 'z'], 0, 3], Gen.OneOf(Endings)).Sample((beginning, middle, end) =>
    {
        var word = beginning + middle + end;
        return word.Length == 0 || new Sieve([Spelling.Normalise(word)]).LetsThrough(word);
    }, iter: 100_000);

    [Fact]
    public void Most_others_are_held_back()
    {
        var sieve = new Sieve(["alliance", "deterrence"]);
        string[] words = ["the", "nuclear", "umbrella", "is", "shared", "by", "treaties", "of", "mutual", "concern"];
        Assert.InRange(words.Count(word => sieve.LetsThrough(word)), 0, 2);
    }
}
