using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Verification;

public sealed class VerifyProblemsTests(InventedGraph api)
{
    [Theory]
    [InlineData("{}", "/claims", "at least one")]
    [InlineData("[]", "", "JSON object")]
    [InlineData("""{ "claims": {} }""", "/claims", "is a list")]
    [InlineData("""{ "claims": [], "claim": 1 }""", "/claim /claims", "")]
    [InlineData("""{ "claims": [1] }""", "/claims/0", "is an object")]
    [InlineData("""{ "claims": [{}] }""", "/claims/0", "this has none")]
    [InlineData("""{ "claims": [{ "triple": ["a", "party", "b"], "sentence": "a" }] }""", "/claims/0", "this has triple and sentence")]
    [InlineData("""{ "claims": [{ "quotes": "a b c d e" }] }""", "/claims/0/quotes /claims/0", "Did you mean 'quote'")]
    [InlineData("""{ "claims": [{ "triple": "aland party bland" }] }""", "/claims/0/triple", "list of three")]
    [InlineData("""{ "claims": [{ "triple": ["aland", "party"] }] }""", "/claims/0/triple", "list of three")]
    [InlineData("""{ "claims": [{ "triple": ["reef-treaty", "signed", 1953] }] }""", "/claims/0/triple/2", "write \"1953\"")]
    [InlineData("""{ "claims": [{ "triple": ["reef-treaty", "signed", "soon"] }] }""", "/claims/0/triple/2", "is no date")]
    [InlineData("""{ "claims": [{ "triple": ["reef-treaty", "partty", "aland"] }] }""", "/claims/0/triple/1", "Did you mean 'party'")]
    [InlineData("""{ "claims": [{ "triple": ["good", "stance", "for"] }] }""", "/claims/0/triple/1", "nothing to verify it by")]
    [InlineData("""{ "claims": [{ "quote": " " }] }""", "/claims/0/quote", "is empty")]
    [InlineData("""{ "claims": [{ "quote": 5 }] }""", "/claims/0/quote", "stands a text")]
    [InlineData("""{ "claims": [{ "quote": "Four words are few." }] }""", "/claims/0/quote", "Quote more")]
    [InlineData("""{ "claims": [{ "quote": "a b c d e", "document": "no" }] }""", "/claims/0/document", "no document 'no'")]
    [InlineData("""{ "claims": [{ "sentence": "a", "document": "charter-review" }] }""", "/claims/0/document", "Only a quote")]
    [InlineData("""{ "claims": [{ "sentence": "?!" }] }""", "/claims/0/sentence", "no letter")]
    public async Task What_is_no_claim_is_named_by_its_place(string body, string pointers, string message)
    {
        var errors = (await api.Post(Verifying.Path, body)).Problem(422, "invalid-body").List("errors");
        Assert.Equal(pointers, errors.Select(error => error.Text("pointer")).Spaced());
        Assert.Contains(errors, error => error.Text("message").Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_wrong_claims_are_told_at_once()
    {
        var body = $$"""{ "claims": [{{string.Join(',', Enumerable.Repeat("""{ "triple": ["a", "partty", "b"] }""", 300))}}] }""";
        var problem = (await api.Post(Verifying.Path, body)).Problem(422, "invalid-body");
        Assert.Equal(300, problem.List("errors").Length);
        Assert.EndsWith("And 295 more.", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_claims_are_answered_in_their_order()
    {
        var claims = Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? """{ "triple": ["harbour-accord", "party", "aland"] }""" : """{ "sentence": "calm" }""");
        var answers = await api.Verify($$"""{ "claims": [{{string.Join(',', claims)}}] }""");
        Assert.Equal(1000, answers.Length);
        Assert.All(answers.Index(), answer => Assert.Equal(answer.Index % 2 == 0, answer.Item.Has("verdict")));
    }

    [Fact]
    public async Task More_are_refused_at_once()
    {
        static string Many(int count) => $$"""{ "claims": [{{string.Join(',', Enumerable.Repeat("""{ "sentence": "calm" }""", count))}}] }""";
        Assert.Equal("/claims", Assert.Single((await api.Post(Verifying.Path, Many(1001))).Problem(422, "invalid-body").List("errors")).Text("pointer"));
        (await api.Post(Verifying.Path, Many(100_000))).Problem(413, "content-too-large");
        (await api.Post(Verifying.Path, $$"""{ "claims": [{{string.Join(',', Enumerable.Repeat("{}", 100_000))}}] }""")).Problem(422, "invalid-body");
    }

    [Fact]
    public async Task A_claim_longer_than_a_page_is_refused()
    {
        var text = new string('a', 10_001);
        Assert.Equal("/claims/0/sentence", Assert.Single((await api.Post(Verifying.Path, $$"""{ "claims": [{ "sentence": "{{text}}" }] }""")).Problem(422, "invalid-body").List("errors")).Text("pointer"));
    }
}
