using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Matching;

public sealed class MatchTests(SeedGraph api)
{
    [Fact]
    public async Task A_row_has_its_variables_its_weakest_pair_and_its_facts()
    {
        var found = await api.GetMatch("""{ "where": [["?t", "party", "?who"], ["?t", "signed", "?when"]], "select": ["?who", "?when"] }""");
        Assert.Equal("select rows next", found.Names());
        Assert.Equal("?who ?when", found.Texts("select"));
        var row = found.List("rows")[0];
        Assert.Equal("?who ?when standing modality facts", row.Names());
        Assert.Equal("id kind name", row.At("?who").Names());
        Assert.Equal("1953", row.At("?when").Text("value"));
        Assert.Equal("mutual-defense-treaty.party.south-korea mutual-defense-treaty.signed.1953", row.Texts("facts"));
    }

    [Fact]
    public async Task The_pair_is_that_of_the_weakest_fact()
    {
        var found = await api.GetMatch("""{ "where": [["?idea", "at-issue-in", "nuclear-umbrella-debate"], ["?idea", "hinders", "?what"]] }""");
        Assert.Equal("attributed possible", $"{found.List("rows")[0].Text("standing")} {found.List("rows")[0].Text("modality")}");
    }

    [Fact]
    public async Task What_is_optional_leaves_its_variable_out_and_what_is_denied_takes_the_row_away()
    {
        const string Pattern = """
            { "where": [["?a", "argues-for", "?p"], ["?p", "position-in", "nuclear-umbrella-debate"]],
              "optional": [["?p", "held-by", "?h"]], "select": ["?a", "?h"] NOT }
            """;
        var all = await api.GetMatched("?a", Pattern.Replace("NOT", "", StringComparison.Ordinal));
        Assert.Contains("umbrella-hampers-denuclearization", all, StringComparison.Ordinal);
        var unanswered = Pattern.Replace("NOT", """, "not": [["?x", "answers", "?a"]]""", StringComparison.Ordinal);
        Assert.Equal("deterrence-underwrites-diplomacy guarantee-deters-north-korea", await api.GetMatched("?a", unanswered));
        Assert.Equal("umbrella-proponents -", await api.GetMatched("?h", unanswered));
    }

    [Fact]
    public async Task An_inverse_and_a_turned_predicate_read_from_the_object()
    {
        const string Expected = "mutual-defense-treaty korus-fta";
        foreach (var name in new[] { "party-to", "^party" })
            Assert.Equal(Expected.Split(' ').Order(), (await api.GetMatched("?t", $$"""{ "where": [["south-korea", "{{name}}", "?t"]] }""")).Split(' ').Order());
        Assert.Equal("south-korea united-states", await api.GetMatched("?who", """{ "where": [["mutual-defense-treaty", "^party-to", "?who"]] }"""));
    }

    [Fact]
    public async Task A_chain_shows_the_facts_of_which_it_is_made()
    {
        var up = await api.GetMatch("""{ "where": [["combined-forces-command", "part-of+", "?whole"]] }""");
        var down = await api.GetMatch("""{ "where": [["alliance-network", "^part-of+", "combined-forces-command"], ["combined-forces-command", "kind", "?k"]] }""");
        Assert.Contains("alliance-network", up.List("rows").Select(row => row.At("?whole").Text("id")).Spaced(), StringComparison.Ordinal);
        Assert.Equal(2, down.List("rows")[0].List("facts").Length);
    }

    [Theory]
    [InlineData("\"1953\"", true)]
    [InlineData("{ \"gte\": \"1953-01\", \"lt\": \"1954\" }", true)]
    [InlineData("{ \"gt\": \"1953-10\" }", false)]
    [InlineData("{ \"in\": [\"1950\", \"1953\"] }", true)]
    [InlineData("{ \"startsWith\": \"195\" }", true)]
    [InlineData("{ \"eq\": \"1953-10-01\" }", false)]
    public async Task Dates_compare_as_in_filters(string comparison, bool found) =>
        Assert.Equal(found ? "mutual-defense-treaty" : "", await api.GetMatched("?t", $$"""{ "where": [["?t", "signed", {{comparison}}]] }"""));

    [Fact]
    public async Task Variables_meet_in_literals_of_equal_text() =>
        Assert.Equal("armistice-agreement", await api.GetMatched("?a", """{ "where": [["?t", "signed", "?when"], ["?a", "dated", "?when"]] }"""));

    [Fact]
    public async Task A_variable_may_stand_for_predicates_and_attributes()
    {
        Assert.Equal("signed", await api.GetMatched("?what", """{ "where": [["mutual-defense-treaty", "?what", { "eq": "1953" }]] }"""));
        Assert.Equal("party", await api.GetMatched("?what", """{ "where": [["mutual-defense-treaty", "?what", "south-korea"]] }"""));
        Assert.Equal("depends-on", await api.GetMatched("?how", """{ "where": [["for-larger-contributions", "?how", "?idea"], ["for-smaller-contributions", "?how", "?idea"], ["?idea", "kind", "concept"]] }"""));
    }

    [Fact]
    public async Task Names_and_members_are_asked_like_attributes() =>
        Assert.Equal("mutual-defense-treaty", await api.GetMatched("?t", """{ "where": [["?t", "name", { "startsWith": "mutual DEFENSE" }], ["?t", "kind", "treaty"]] }"""));

    [Fact]
    public async Task Denied_facts_stay_out_unless_they_are_let_in()
    {
        Assert.Equal("", await api.GetMatched("?end", """{ "where": [["korean-war", "concluded-by", "?end"]] }"""));
        Assert.Equal("peace-treaty", await api.GetMatched("?end", """{ "where": [["korean-war", "concluded-by", "?end"]], "negated": true }"""));
    }

    [Fact]
    public async Task Rows_alike_come_once_unless_told()
    {
        Assert.Equal("south-korea united-states", await api.GetMatched("?a", """{ "where": [["?a", "party-to", "?t"]], "select": ["?a"] }"""));
        Assert.Equal(4, (await api.GetMatched("?a", """{ "where": [["?a", "party-to", "?t"]], "select": ["?a"], "distinct": false }""")).Split(' ').Length);
    }

    [Fact]
    public async Task Evidence_brings_relations_and_attributes_in_their_shapes()
    {
        var row = (await api.GetMatch("""{ "where": [["mutual-defense-treaty", "party", "south-korea"], ["mutual-defense-treaty", "signed", "?when"]], "evidence": true }""")).List("rows")[0];
        Assert.Equal((await api.GetJson("/api/v1/relations/mutual-defense-treaty.party.south-korea")).ToString(), row.List("relations")[0].ToString());
        Assert.Equal((await api.GetJson("/api/v1/attributes/mutual-defense-treaty.signed.1953")).ToString(), row.List("attributes")[0].ToString());
    }

    [Fact]
    public async Task Explain_shows_the_terms_by_selectivity()
    {
        var plan = (await api.GetMatch("""{ "where": [["?p", "?how", "?x"], ["?p", "position-in", "opcon-debate"]], "not": [["?x", "kind", "debate"]], "explain": true }""")).List("plan");
        Assert.Equal("/where/1 /where/0 /not/0", plan.Select(entry => entry.Text("pointer")).Spaced());
        Assert.Equal("pointer term by estimate tried found", plan[0].Names());
    }

    [Fact]
    public async Task Pages_put_together_are_all_rows_in_their_order()
    {
        const string Pattern = """{ "where": [["?s", "?p", "?o"], ["?o", "at-issue-in", "?d"]], "select": ["?s", "?d"], "limit": LIMIT, "cursor": CURSOR }""";
        var whole = await api.GetMatch(Pattern.Replace("LIMIT", "200", StringComparison.Ordinal).Replace("CURSOR", "null", StringComparison.Ordinal));
        var pages = new List<string>();
        for (var cursor = "null"; cursor != "\"\"";)
        {
            var page = await api.GetMatch(Pattern.Replace("LIMIT", "3", StringComparison.Ordinal).Replace("CURSOR", cursor, StringComparison.Ordinal));
            pages.AddRange(page.List("rows").Select(row => row.ToString()));
            cursor = $"\"{page.At("next").GetString()}\"";
        }
        Assert.Equal(whole.List("rows").Select(row => row.ToString()), pages);
        Assert.True(pages.Count > 6);
    }
}
