using System.Text.Json;
using AllianceApi.Http;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using AllianceApi.Verification;
using Xunit;

namespace AllianceApi.Tests.Verification;

public sealed class TripleTests(InventedGraph api)
{
    [Theory]
    [InlineData("harbour-accord party aland", "affirmed stated asserted", "accord-signed|")]
    [InlineData("aland party-to harbour-accord", "affirmed stated asserted", "accord-signed|")]
    [InlineData("bland ally-of aland", "affirmed stated asserted", "pact-parties|")]
    [InlineData("aland ally-of bland", "affirmed stated asserted", "pact-parties|")]
    [InlineData("tide-treaty party bland", "affirmed attributed asserted", "tide-view|")]
    [InlineData("lantern-pact supports calm", "affirmed stated possible", "calm-maybe calm-views|")]
    [InlineData("lantern-pact party cland", "denied stated asserted", "|no-cland")]
    [InlineData("lantern-pact party aland", "contested stated asserted", "pact-parties|no-cland")]
    [InlineData("bland based-in south-isle", "contradicted stated asserted", "|seats")]
    [InlineData("aland rival-of bland", "contradicted stated asserted", "|pact-parties")]
    [InlineData("aland supports bland", "affirmed stated asserted", "aland-supports|")]
    [InlineData("north-isle hosts aland", "contested stated asserted", "seats|seats")]
    [InlineData("north-isle part-of south-isle", "unknown", "|")]
    [InlineData("aland party nobody", "unknown", "|")]
    [InlineData("Nobody! party aland", "unknown", "|")]
    public async Task A_relation_is_weighed(string triple, string verdict, string sides)
    {
        var claim = await api.VerifyTriple(triple);
        Assert.Equal((verdict, sides), (claim.Verdict(), claim.Sides()));
    }

    [Theory]
    [InlineData("harbour-accord signed 1953", "affirmed stated asserted")]
    [InlineData("harbour-accord signed 1953-10", "affirmed stated asserted")]
    [InlineData("reef-treaty signed 1953", "affirmed stated asserted")]
    [InlineData("reef-treaty signed 1953-10-01", "affirmed stated asserted")]
    [InlineData("harbour-accord signed 1953-10-01", "unknown")]
    [InlineData("reef-treaty signed 1953-11", "contradicted stated asserted")]
    [InlineData("tide-treaty signed 1960", "affirmed attributed asserted")]
    [InlineData("tide-treaty signed 1961", "unknown")]
    [InlineData("lantern-pact signed 1953", "contested stated asserted")]
    [InlineData("aland signed 1953", "unknown")]
    public async Task A_wider_date_is_affirmed_and_a_narrower_one_unknown(string triple, string verdict) =>
        Assert.Equal(verdict, (await api.VerifyTriple(triple)).Verdict());

    [Fact]
    public async Task What_contradicts_names_what_is_so_instead()
    {
        var instead = (await api.VerifyTriple("bland based-in south-isle")).At("instead");
        Assert.Equal(("bland.based-in.north-isle", "bland based-in north-isle"), (instead.Text("id"), instead.Texts("fact")));
        Assert.False((await api.VerifyTriple("bland based-in north-isle")).Has("instead"));
    }

    [Fact]
    public async Task A_view_is_affirmed_as_that_of_its_bearers()
    {
        Assert.Equal("critics fans", (await api.VerifyTriple("reef-treaty supports bland")).Ids("attributedTo"));
        Assert.Empty((await api.VerifyTriple("harbour-accord party aland")).List("attributedTo"));
    }

    [Fact]
    public async Task What_surely_did_not_hold_on_a_date_affirms_nothing()
    {
        var then = await api.VerifyTriple("aland supports bland", "?at=1980");
        Assert.Equal(("affirmed stated asserted", "yes"), (then.Verdict(), then.Text("heldThen")));
        Assert.Equal("contradicted stated asserted", (await api.VerifyTriple("aland supports bland", "?at=2000")).Verdict());
        Assert.Equal("unknown", (await api.VerifyTriple("aland opposes bland", "?at=1950")).Verdict());
    }

    [Fact]
    public async Task An_answer_is_the_serialization_of_its_record()
    {
        var answer = await api.Post(Verifying.Path, """
            { "claims": [{ "triple": ["lantern-pact", "party", "aland"] }, { "triple": ["bland", "based-in", "south-isle"] }, { "triple": ["no", "party", "no"] },
              { "quote": "one two three four five six" }, { "sentence": "What brings calm?" }] }
            """);
        var strict = new JsonSerializerOptions(Json.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
        Assert.Equal(answer.Text, JsonSerializer.Serialize(JsonSerializer.Deserialize<VerifyResponse>(answer.Text, strict), strict));
    }

    [Fact]
    public async Task A_merged_id_means_what_stays_and_the_past_is_what_was()
    {
        await using var curated = new CuratedGraph();
        await curated.Done("POST", "entities/south-isle/merge", """{ "into": "north-isle" }""");
        Assert.Equal("affirmed stated asserted", (await curated.VerifyTriple("bland based-in south-isle")).Verdict());
        Assert.Equal("contradicted stated asserted", (await curated.VerifyTriple("bland based-in south-isle", "?asOf=1")).Verdict());
    }

    [Fact]
    public async Task A_sentence_gets_the_statements_that_share_words_with_it_and_no_verdict()
    {
        var claim = Assert.Single(await api.Verify("""{ "claims": [{ "sentence": "Did fans ever say that the reef treaty helps anybody? Purple elephants." }] }"""));
        Assert.False(claim.Has("verdict"));
        var nearest = claim.List("nearest");
        Assert.Equal("fans-on-reefs", nearest[0].At("statement").Text("id"));
        Assert.InRange(nearest.Length, 2, 5);
        Assert.Equal(nearest.OrderByDescending(near => near.At("score").GetDouble()), nearest);
        Assert.Empty(Assert.Single(await api.Verify("""{ "claims": [{ "sentence": "Xylophonists!" }] }""")).List("nearest"));
    }
}
