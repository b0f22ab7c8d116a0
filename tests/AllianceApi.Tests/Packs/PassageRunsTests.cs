using AllianceApi.Graph;
using AllianceApi.Packs;
using AllianceApi.Packs.Checks;
using Xunit;

namespace AllianceApi.Tests.Packs;

public sealed class PassageRunsTests
{
    [Fact]
    public void They_are_made_once_for_a_document_and_find_the_first_passage_with_four_runs_in_a_row()
    {
        var document = new Document { Id = "notes", Title = "Notes", Sha256 = "", Language = "en" };
        document.Passages.Add(Passage("a.p1s1", "one two three four five six seven"));
        document.Passages.Add(Passage("a.p1s2", "one two three four five six seven eight"));
        document.Passages.Add(Passage("a.p1s3", "zero one two three four five six seven eight"));
        var runs = PassageRuns.Of(document);
        Assert.Same(runs, PassageRuns.Of(document));
        Assert.Equal("a.p1s1 a.p1s2 a.p1s3", string.Join(' ', runs.Locators.Order(StringComparer.Ordinal)));
        Assert.Equal("a.p1s2", runs.Find(PassageRuns.WindowsOf(Of("ONE, two: three four five six seven eight!")).Single()));
        Assert.Null(runs.Find(PassageRuns.WindowsOf(Of("one two three four five six seven nine")).Single()));
        Assert.Empty(PassageRuns.WindowsOf(Of("one two three four five six seven")));
        Assert.True(PassageRuns.Of(new Document { Id = "short", Title = "Short", Sha256 = "", Language = "en" }).IsEmpty);
    }

    private static Passage Passage(string locator, string text) => new() { Locator = locator, Section = "a", Sha256 = "", Runs = Of(text) };

    private static List<string> Of(string text) => [.. Runs.Of(Runs.Tokens(text))];
}
