using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>What can be said is data, and changes with care for what has been said.</summary>
public sealed class PredicateWritesTests
{
    private const string Visited = """{ "id": "visited", "label": "visited", "inverse": { "id": "visited-by", "label": "was visited by" }, "definition": "Who went where.", "domain": ["actor"], "range": ["place"] }""";

    [Fact]
    public async Task A_new_one_is_shown_as_a_GET_does_can_be_said_at_once_and_filters_by_it()
    {
        await using var api = new CuratedGraph();
        var made = await api.Write("POST", "schema/predicates", Visited);
        Assert.Equal((201, "/api/v1/schema/predicates/visited"), ((int)made.Status, made.Header("Location")));
        var read = await api.Get("/api/v1/schema/predicates/visited");
        Assert.Equal((read.Text, read.Header("ETag")), (made.Text, made.Header("ETag")));
        await api.Made("statements", CuratedGraph.Statement("a-visit", """["aland","visited","warm-sea"]"""));
        Assert.Equal("aland", await api.GetIds("/api/v1/actors?visited=warm-sea"));
        Assert.Equal("warm-sea", await api.GetIds("/api/v1/places?visited-by=aland"));
        foreach (var id in new[] { "visited", "visited-by", "party-to" })
            (await api.Write("POST", "schema/predicates", Visited.Replace("\"visited\", \"label\"", $"\"{id}\", \"label\"", StringComparison.Ordinal))).Problem(409, "conflict");
    }

    [Theory]
    [InlineData("party")]
    [InlineData("ally-of")]
    [InlineData("rival-of")]
    [InlineData("based-in")]
    public async Task What_a_GET_shows_can_be_put_back(string id)
    {
        await using var api = new CuratedGraph();
        var shown = await api.Get($"/api/v1/schema/predicates/{id}");
        var put = await api.Write("PUT", $"schema/predicates/{id}", shown.Text, ("If-Match", shown.Header("ETag")!));
        Assert.Equal((200, shown.Text), ((int)put.Status, put.Text));
        Assert.Equal(1, await api.Revision());
    }

    [Theory]
    [InlineData("party", """{ "domain": ["agreement"] }""", "'lantern-pact.party.aland' has a subject of the kind treaty")]
    [InlineData("party", """{ "range": ["place"] }""", "'old-truce.party.aland' has an object of the kind actor")]
    [InlineData("opposes", """{ "domain": ["actor"] }""", "'harbour-accord.opposes.calm.2030_' has a subject of the kind treaty")]
    [InlineData("answers", """{ "symmetric": true, "inverse": null }""", "'it-costs.answers.it-calms' has its ends in the order that a symmetric predicate does not have.")]
    public async Task What_facts_break_that_are_there_is_refused_and_names_them(string id, string patch, string message)
    {
        await using var api = new CuratedGraph();
        var problem = (await api.Write("PATCH", $"schema/predicates/{id}", patch, ("If-Match", "*"))).Problem(409, "conflict");
        Assert.Contains(message, problem.Messages(), StringComparison.Ordinal);
        Assert.Equal(1, await api.Revision());
    }

    [Fact]
    public async Task A_new_label_is_seen_wherever_the_relation_is()
    {
        await using var api = new CuratedGraph();
        var facts = (await api.Read("relations/lantern-pact.party.aland")).Number("revision");
        var renamed = (await api.Done("PATCH", "schema/predicates/party", """{ "label": "binds", "inverse": { "label": "is bound by" } }""")).Json;
        Assert.Equal(("binds", "party-to"), (renamed.Text("label"), renamed.At("inverse").Text("id")));
        Assert.Contains("\"binds\"", (await api.Get("/api/v1/relations/lantern-pact.party.aland")).Text, StringComparison.Ordinal);
        Assert.Contains("\"is bound by\"", (await api.Get("/api/v1/actors/aland")).Text, StringComparison.Ordinal);
        // What was said has not changed.
        Assert.Equal(facts, (await api.Read("relations/lantern-pact.party.aland")).Number("revision"));
        await api.Restart();
        Assert.Contains("\"binds\"", (await api.Get("/api/v1/relations/lantern-pact.party.aland")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_in_use_is_not_deleted_and_one_that_is_named_by_another_neither()
    {
        await using var api = new CuratedGraph();
        var problem = (await api.Write("DELETE", "schema/predicates/opposes", null, ("If-Match", "*"))).Problem(409, "conflict");
        Assert.Contains("The predicate 'supports' excludes 'opposes'.", problem.Messages(), StringComparison.Ordinal);
        Assert.Contains("'aland-opposes'", problem.Messages(), StringComparison.Ordinal);
        await api.Made("schema/predicates", Visited);
        await api.Done("DELETE", "schema/predicates/visited");
        (await api.Get("/api/v1/schema/predicates/visited")).Problem(410, "gone");
        (await api.Write("POST", "schema/predicates", Visited)).Problem(409, "conflict");
    }

    [Theory]
    [InlineData("""{ "domain": ["planet"] }""", "/domain/0")]
    [InlineData("""{ "domain": [] }""", "/domain")]
    [InlineData("""{ "label": null }""", "")]
    [InlineData("""{ "excludes": ["nothing"] }""", "/excludes/0")]
    [InlineData("""{ "excludes": ["party"] }""", "/excludes/0")]
    [InlineData("""{ "symmetric": "yes" }""", "/symmetric")]
    [InlineData("""{ "inverse": { "id": "supported-by" } }""", "/inverse/id")]
    [InlineData("""{ "inverse": { "id": "signed" } }""", "/inverse/id")]
    [InlineData("""{ "colour": "red" }""", "/colour")]
    public async Task What_does_not_fit_is_told_with_its_place(string patch, string pointer)
    {
        await using var api = new CuratedGraph();
        Assert.Equal(pointer, (await api.Write("PATCH", "schema/predicates/party", patch, ("If-Match", "*"))).Problem(422, "invalid-body").Pointers());
        Assert.Equal(1, await api.Revision());
    }
}
