using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Search;

/// <summary><c>/suggest</c> over HTTP.</summary>
public sealed class SuggestTests(InventedGraph invented, CrowdedGraph crowded)
{
    [Theory]
    [InlineData("lan", "lantern-pact")]
    [InlineData("LÀN", "lantern-pact")]
    [InlineData("pact", "lantern-pact is-it-good")]
    [InlineData("cafe a", "lantern-pact")]
    [InlineData("ac", "lantern-pact harbour-accord")]
    [InlineData("it", "it-costs it-calms good bad")]
    [InlineData("lantern  pact", "lantern-pact")]
    [InlineData("zzz", "")]
    [InlineData("i&kind=place", "north-isle south-isle")]
    public async Task Completes_names_in_the_order_in_which_people_mean_them(string typed, string ids) =>
        Assert.Equal(ids.Split(' ').Order(), (await invented.GetIds($"/api/v1/suggest?q={typed}")).Split(' ').Order());

    [Fact]
    public async Task Names_come_before_aliases_and_these_before_words_within()
    {
        // "Bländ" is a name, "République de Bländ" an alias with the word.
        var found = (await invented.GetJson("/api/v1/suggest?q=bl")).List("items");
        Assert.Equal("bland Bländ", $"{found[0].Text("id")} {found[0].Text("matched")}");
        Assert.Equal("République de Bländ", (await invented.GetJson("/api/v1/suggest?q=rep")).List("items")[0].Text("matched"));
        Assert.Equal("id kind name matched", found[0].Names());
    }

    [Fact]
    public async Task Of_equal_names_the_more_mentioned_comes_first_and_ten_unless_told()
    {
        // Every statement of a party mentions the first treaty.
        var found = (await crowded.GetJson("/api/v1/suggest?q=treaty")).List("items");
        Assert.Equal(10, found.Length);
        Assert.Equal("treaty-000", found[0].Text("id"));
        Assert.Equal(25, (await crowded.GetJson("/api/v1/suggest?q=treaty&limit=25")).List("items").Length);
        Assert.Equal("state-001", (await crowded.GetJson("/api/v1/suggest?q=state+1")).List("items")[0].Text("id"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22")]
    [InlineData("?q=%00")]
    [InlineData("?q=a&limit=51")]
    [InlineData("?q=a&kind=nope")]
    [InlineData("?q=a&cursor=x")]
    public async Task What_cannot_be_completed_is_a_clear_problem(string query) => await invented.GetProblem($"/api/v1/suggest{query}", 400, "invalid-parameter");
}
