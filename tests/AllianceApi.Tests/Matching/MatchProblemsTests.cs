using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Matching;

public sealed class MatchProblemsTests(SeedGraph api)
{
    [Theory]
    [InlineData("{}", "/where", "at least one term")]
    [InlineData("[1]", "", "JSON object")]
    [InlineData("""{ "where": [["south-korea", "member", "rok-us-alliance"]] }""", "/where", "No term has a variable")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "select": ["?c"] }""", "/select/0", "no variable of 'where'")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "not": [["?c", "answers", "?a"]], "select": ["?c"] }""", "/select/0", "no variable of 'where'")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "select": [] }""", "/select", "at least one variable")]
    [InlineData("""{ "where": [["?a", "party", "?b"], ["?c", "party", "?d"]] }""", "/where/1", "cartesian product")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "optional": [["?c", "party", "?d"]] }""", "/optional/0", "shares no variable")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "not": [["?c", "party", "?d"]] }""", "/not/0", "shares no variable")]
    [InlineData("""{ "where": [["?", "party", "?b"]] }""", "/where/0/0", "is no variable")]
    [InlineData("""{ "where": [[["?a"], "party", "?b"]] }""", "/where/0/0", "id of an entity")]
    [InlineData("""{ "where": [[[[["?a"]]]]] }""", "/where/0", "list of three")]
    [InlineData("""{ "where": ["?a"] }""", "/where/0", "list of three")]
    [InlineData("""{ "where": [["?a", "argues-for+", "?b"]] }""", "/where/0/1", "not transitive")]
    [InlineData("""{ "where": [["?a", "signed+", "?b"]] }""", "/where/0/1", "neither turned nor followed")]
    [InlineData("""{ "where": [["?a", "partyy", "?b"]] }""", "/where/0/1", "Did you mean 'party'")]
    [InlineData("""{ "where": [["south-corea", "party", "?b"]] }""", "/where/0/0", "Did you mean 'south-korea'")]
    [InlineData("""{ "where": [["?a", "party", { "eq": "south-korea" }]] }""", "/where/0/2", "cannot be compared")]
    [InlineData("""{ "where": [["?a", "signed", 1953]] }""", "/where/0/2", "literal in quotes")]
    [InlineData("""{ "where": [["?a", "signed", { "gte": 1953 }]] }""", "/where/0/2/gte", "write \"1953\"")]
    [InlineData("""{ "where": [["?a", "signed", { "gte": "soon" }]] }""", "/where/0/2/gte", "is no date")]
    [InlineData("""{ "where": [["?a", "outlook", { "gte": "1953" }]] }""", "/where/0/2/gte", "only dates have an order")]
    [InlineData("""{ "where": [["?a", "signed", { "near": "1953" }]] }""", "/where/0/2", "no comparison 'near'")]
    [InlineData("""{ "where": [["?a", "stance", "fore"]] }""", "/where/0/2", "Did you mean 'for'")]
    [InlineData("""{ "where": [["?a", "signed", "?d"], ["?d", "party", "?b"]] }""", "/where/1/0", "Use two variables")]
    [InlineData("""{ "where": [["?a", "?b", "?b"]] }""", "/where/0/2", "Use two variables")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "limit": 201 }""", "/limit", "from 1 to 200")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "distinct": "yes" }""", "/distinct", "true or false")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "standing": ["said"] }""", "/standing/0", "does not take")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "were": [] }""", "/were", "Did you mean 'where'")]
    [InlineData("""{ "where": [["?a", "party", "?b"]], "cursor": "abc" }""", "/cursor", "changed or cut short")]
    public async Task What_cannot_be_asked_is_named_by_its_place(string body, string pointer, string message)
    {
        var error = Assert.Single((await api.Post(Asking.Match, body)).Problem(422, "invalid-body").List("errors"));
        Assert.Equal(pointer, error.Text("pointer"));
        Assert.Contains(message, error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var problem = (await api.Post(Asking.Match, """{ "where": [["nobody", "nothing", "?"]], "limit": 0, "foo": 1 }""")).Problem(422, "invalid-body");
        Assert.Equal("/foo /limit /where/0/0 /where/0/1", problem.List("errors").Select(error => error.Text("pointer")).Spaced());
    }

    [Fact]
    public async Task More_terms_than_anybody_needs_are_refused()
    {
        var terms = string.Join(',', Enumerable.Repeat("[\"?a\", \"party\", \"?b\"]", 1000));
        Assert.Single((await api.Post(Asking.Match, $$"""{ "where": [{{terms}}] }""")).Problem(422, "invalid-body").List("errors"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("who is party?")]
    [InlineData("""{ "where": [], "where": [] }""")]
    [InlineData("""{ "where": [["\ud800", "party", "?b"]] }""")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]""")]
    public async Task What_is_no_JSON_is_a_bad_request(string body) => (await api.Post(Asking.Match, body)).Problem(400, "bad-request");

    [Fact]
    public async Task A_body_of_ten_megabytes_is_too_large() => (await api.Post(Asking.Match, new string(' ', 10_000_000))).Problem(413, "content-too-large");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task Another_format_than_JSON_is_not_taken(string? type) =>
        (await api.Post(Asking.Match, """{ "where": [["?a", "party", "?b"]] }""", type)).Problem(415, "unsupported-media-type");

    [Fact]
    public async Task Other_methods_and_parameters_are_refused()
    {
        await api.GetProblem(Asking.Match, 405, "method-not-allowed");
        (await api.Post($"{Asking.Match}?limit=5", """{ "where": [["?a", "party", "?b"]] }""")).Problem(400, "invalid-parameter");
    }

    [Fact]
    public async Task A_cursor_of_another_pattern_is_refused()
    {
        var next = (await api.GetMatch("""{ "where": [["?a", "?p", "?b"]], "limit": 1 }""")).Text("next");
        var error = Assert.Single((await api.Post(Asking.Match, $$"""{ "where": [["?b", "?p", "?a"]], "limit": 1, "cursor": "{{next}}" }""")).Problem(422, "invalid-body").List("errors"));
        Assert.Contains("another query", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_that_would_run_away_is_ended_and_its_term_named()
    {
        const string Zigzag = """
            { "where": [["?a", "?p", "?b"], ["?c", "?q", "?b"], ["?c", "?r", "?d"], ["?e", "?s", "?d"], ["?e", "?t", "?f"], ["?g", "?u", "?f"], ["?g", "?v", { "startsWith": "no such literal" }]], "select": ["?a"] }
            """;
        var start = DateTime.UtcNow;
        var problem = (await api.Post(Asking.Match, Zigzag)).Problem(422, "too-costly");
        Assert.StartsWith("/where/", Assert.Single(problem.List("errors")).Text("pointer"), StringComparison.Ordinal);
        Assert.InRange(DateTime.UtcNow - start, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
