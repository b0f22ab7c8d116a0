using AllianceApi.Graph;
using AllianceApi.Shapes;
using AllianceApi.Tests.Curation;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.History;

/// <summary>What held on a date, as far as the source tells.</summary>
public sealed class AtTests(AtTests.DatedGraph api) : IClassFixture<AtTests.DatedGraph>
{
    private const string Party = "reef-treaty.party.bland.1953-10_1960";

    /// <summary>The invented graph with a relation that held from October 1953 to 1960.</summary>
    public sealed class DatedGraph : IAsyncLifetime
    {
        internal CuratedGraph Graph { get; } = new();

        public async ValueTask InitializeAsync() =>
            await Graph.Made("statements", CuratedGraph.Statement("reef-party", """{ "fact": ["reef-treaty", "party", "bland"], "validFrom": "1953-10", "validTo": "1960" }, ["reef-treaty", "party", "cland"]"""));

        public ValueTask DisposeAsync() => Graph.DisposeAsync();
    }

    [Theory]
    [InlineData("1953", "unknown")]
    [InlineData("1953-09-30", null)]
    [InlineData("1953-10", "unknown")]
    [InlineData("1953-10-31", "yes")]
    [InlineData("1955", "yes")]
    [InlineData("1959-12-31", "yes")]
    [InlineData("1960", "unknown")]
    [InlineData("1961", null)]
    public async Task A_fact_held_surely_perhaps_or_surely_not(string at, string? held)
    {
        var answer = await api.Graph.Get($"/api/v1/relations/{Party}?at={at}");
        if (held is null)
            answer.Problem(404, "unknown-id");
        else
            Assert.Equal(held, answer.Json.Text("heldThen"));
    }

    [Theory]
    [InlineData("1950", null, "1949", null)]
    [InlineData("1950", null, "1950", HeldThen.Unknown)]
    [InlineData("1950", null, "1950-12-31", HeldThen.Yes)]
    [InlineData("1950", null, "2000", HeldThen.Yes)]
    [InlineData(null, "1950", "1949", HeldThen.Yes)]
    [InlineData(null, "1950", "1950-01-01", HeldThen.Yes)]
    [InlineData(null, "1950", "1951", null)]
    [InlineData(null, null, "1951", HeldThen.Unknown)]
    public void A_missing_bound_beside_one_that_is_given_is_open(string? from, string? to, string at, HeldThen? held)
    {
        var period = Period.Of(Date(from), Date(to));
        Assert.Equal(held is null, Holding.SurelyNot(period, Date(at)!.Value));
        if (held is { } known)
            Assert.Equal(known, Holding.On(period, Date(at)!.Value));
    }

    [Fact]
    public async Task What_surely_did_not_hold_is_left_out_everywhere_and_the_rest_stays()
    {
        Assert.DoesNotContain(Party, await api.Graph.GetIds("/api/v1/relations?subject=reef-treaty&predicate=party&at=1970"), StringComparison.Ordinal);
        Assert.Equal("reef-treaty.party.cland", await api.Graph.GetIds("/api/v1/relations?subject=reef-treaty&predicate=party&at=1970"));
        Assert.DoesNotContain("reef-treaty", await api.Graph.GetIds("/api/v1/treaties?party=bland&at=1970"), StringComparison.Ordinal);
        Assert.Contains("reef-treaty", await api.Graph.GetIds("/api/v1/treaties?party=bland"), StringComparison.Ordinal);
        Assert.DoesNotContain(Party, (await api.Graph.GetJson("/api/v1/graph/subgraph?roots=bland&at=1970")).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Party, (await api.Graph.Get("/api/v1/graph?format=csv&table=relations&at=1970")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Party, (await api.Graph.GetJson("/api/v1/timeline?limit=200&at=1970")).GetRawText(), StringComparison.Ordinal);
        var statement = await api.Graph.GetJson("/api/v1/statements/reef-party?at=1970");
        Assert.Equal("reef-treaty.party.cland", statement.Ids("asserts"));
        Assert.Contains("reef-party", await api.Graph.GetIds("/api/v1/entities/reef-treaty/statements?at=1970"), StringComparison.Ordinal);
        Assert.Contains("bland", await api.Graph.GetIds("/api/v1/actors?at=1970"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edges_and_rows_say_whether_they_held_too()
    {
        var edges = (await api.Graph.GetJson("/api/v1/graph/subgraph?roots=reef-treaty&at=1955")).List("edges");
        Assert.Equal("unknown yes", edges.OrderByDescending(edge => edge.Text("id"), StringComparer.Ordinal).Where(edge => edge.Text("predicate") == "party").Select(edge => edge.Text("heldThen")).Order(StringComparer.Ordinal).Spaced());
        var rows = (await api.Graph.Post($"{Asking.Match}?at=1970", """{ "where": [["?t", "party", "bland"]], "select": ["?t"] }""")).Json.List("rows");
        Assert.DoesNotContain("reef-treaty", rows.Select(row => row.GetRawText()).Spaced(), StringComparison.Ordinal);
        Assert.False((await api.Graph.GetJson($"/api/v1/relations/{Party}")).Has("heldThen"));
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("schema")]
    [InlineData("revisions")]
    public async Task Where_nothing_holds_in_time_the_date_is_refused(string path) =>
        Assert.Equal("at", (await api.Graph.GetProblem($"/api/v1/{path}?at=1955", 400, "invalid-parameter")).List("errors")[0].Text("parameter"));

    [Fact]
    public async Task Both_clocks_may_be_asked_at_once()
    {
        Assert.Equal("", await api.Graph.GetIds("/api/v1/relations?subject=reef-treaty&predicate=party&asOf=1&at=1955"));
        Assert.Equal("1", (await api.Graph.Get("/api/v1/relations?asOf=1&at=1955")).Header("Graph-Revision"));
    }

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text, null);
}
