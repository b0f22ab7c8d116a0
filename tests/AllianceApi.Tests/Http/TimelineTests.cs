using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Http;

public sealed class TimelineTests(InventedGraph invented, SeedGraph seed)
{
    [Theory]
    // By date, else by the end; the narrower first of those that begin together.
    [InlineData("", "old-truce.dated.1951 harbour-accord.signed.1953 lantern-pact.signed.1953 reef-treaty.signed.1953-10-01 harbour-accord.signed.1953-10 "
        + "lantern-pact.signed.1954-02 tide-treaty.signed.1960 bland.rival-of.cland._1970-06 aland.supports.bland.1978_1991 aland.opposes.bland.1992_ "
        + "harbour-accord.opposes.calm.2030_")]
    [InlineData("kind=actor", "bland.rival-of.cland._1970-06 aland.supports.bland.1978_1991 aland.opposes.bland.1992_")]
    [InlineData("standing=attributed", "tide-treaty.signed.1960 harbour-accord.opposes.calm.2030_")]
    [InlineData("modality=projected", "harbour-accord.opposes.calm.2030_")]
    [InlineData("to=1953", "old-truce.dated.1951 harbour-accord.signed.1953 lantern-pact.signed.1953 reef-treaty.signed.1953-10-01 harbour-accord.signed.1953-10")]
    [InlineData("to=1953-10-15", "old-truce.dated.1951 reef-treaty.signed.1953-10-01")]
    [InlineData("from=1953-02&to=1954", "reef-treaty.signed.1953-10-01 harbour-accord.signed.1953-10 lantern-pact.signed.1954-02")]
    // What has an end only has no date for 'from' and 'to' to hold of.
    [InlineData("from=1961&to=1980", "aland.supports.bland.1978_1991")]
    [InlineData("from=1992", "aland.opposes.bland.1992_ harbour-accord.opposes.calm.2030_")]
    public async Task What_has_a_date_comes_in_the_order_of_time(string filters, string facts) => Assert.Equal(
        facts, (await invented.GetJson($"/api/v1/timeline?{filters}")).List("items").Select(item => item.Text("fact")).Spaced());

    [Fact]
    public async Task An_item_is_a_date_or_a_relation_with_a_time()
    {
        var items = (await invented.GetJson("/api/v1/timeline")).List("items");
        Assert.Equal("date entity name fact standing modality", items[0].Names());
        var timed = items.Single(item => item.Text("fact") == "aland.supports.bland.1978_1991");
        Assert.Equal("date until entity name object fact standing modality", timed.Names());
        Assert.Equal("1978", timed.Text("date"));
        Assert.Equal("1991", timed.Text("until"));
        Assert.Equal("aland", timed.At("entity").Text("id"));
        Assert.Equal("supports", timed.Text("name"));
        Assert.Equal("bland", timed.At("object").Text("id"));
        Assert.False(items.Single(item => item.Text("fact") == "bland.rival-of.cland._1970-06").Has("date"));
    }

    [Fact]
    public async Task The_seeds_armistice_and_treaty_are_of_1953()
    {
        var facts = (await seed.GetJson("/api/v1/timeline?from=1953&to=1953&limit=200")).List("items").Select(item => item.Text("fact")).ToList();
        Assert.Contains("mutual-defense-treaty.signed.1953", facts);
        Assert.Contains("armistice-agreement.dated.1953", facts);
    }
}
