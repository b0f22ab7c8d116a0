using System.Net;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>A relation is written by saying which statements make it.</summary>
public sealed class RelationWritesTests
{
    private const string Made = "lantern-pact.party.cland";

    [Fact]
    public async Task It_is_made_by_statements_that_are_there_and_gains_others()
    {
        await using var api = new CuratedGraph();
        var answer = await api.Write("POST", "relations", """{ "subject": "lantern-pact", "predicate": "party", "object": "cland", "statements": ["pact-parties"] }""");
        Assert.Equal((HttpStatusCode.Created, $"/api/v1/relations/{Made}"), (answer.Status, answer.Header("Location")));
        Assert.Equal(answer.Header("ETag"), await api.Tag($"relations/{Made}"));
        Assert.Equal(answer.Text, (await api.Get($"/api/v1/relations/{Made}")).Text);
        // It is denied elsewhere.
        Assert.Equal(Made, answer.Header("Contested"));
        answer = await api.Write("POST", "relations", """{ "subject": { "id": "lantern-pact", "kind": "treaty", "name": "x" }, "predicate": "party", "object": "cland", "statements": ["accord-signed"] }""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("accord-signed pact-parties", answer.Json.Texts("statements").Split(' ').Order(StringComparer.Ordinal).Spaced());
    }

    [Fact]
    public async Task Exactly_the_statements_that_are_said_make_it()
    {
        await using var api = new CuratedGraph();
        await api.Done("PUT", "relations/lantern-pact.party.bland", """{ "statements": ["accord-signed"] }""");
        Assert.Equal("accord-signed", (await api.Read("relations/lantern-pact.party.bland")).Texts("statements"));
        Assert.DoesNotContain("lantern-pact.party.bland", (await api.Read("statements/pact-parties")).Ids("asserts"), StringComparison.Ordinal);
        await api.Done("PATCH", "relations/lantern-pact.party.bland", """{ "statements": ["accord-signed", "pact-parties"] }""");
        Assert.Equal(2, (await api.Read("relations/lantern-pact.party.bland")).List("statements").Length);
    }

    [Fact]
    public async Task A_relation_that_goes_is_in_no_statement_and_a_statement_is_not_left_without_a_word()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("only", """["aland","ally-of","cland"]"""));
        (await api.Write("DELETE", "relations/aland.ally-of.cland", null, ("If-Match", "*"))).Problem(409, "conflict");
        await api.Done("DELETE", "relations/aland.ally-of.cland?cascade=true");
        (await api.Get("/api/v1/relations/aland.ally-of.cland")).Problem(410, "gone");
        (await api.Get("/api/v1/statements/only")).Problem(410, "gone");
    }

    [Theory]
    [InlineData("""{ "statements": ["pact-parties"], "object": "cland" }""", "/object")]
    [InlineData("""{ "statements": ["pact-parties"], "validFrom": "1950" }""", "/validFrom")]
    [InlineData("""{ "statements": ["nothing"] }""", "/statements/0")]
    [InlineData("""{ "statements": [] }""", "/statements")]
    [InlineData("""{ "statements": ["pact-parties"], "what": 1 }""", "/what")]
    public async Task Its_ends_do_not_change_and_what_is_wrong_is_told(string body, string pointer)
    {
        await using var api = new CuratedGraph();
        var problem = (await api.Write("PUT", "relations/lantern-pact.party.bland", body, ("If-Match", "*"))).Problem(422, "invalid-body");
        Assert.Equal(pointer, problem.Pointers());
        Assert.Equal(1, await api.Revision());
    }
}
