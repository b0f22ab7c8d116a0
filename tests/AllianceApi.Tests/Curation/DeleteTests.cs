using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>What a delete would orphan stands in its way, or goes along.</summary>
public sealed class DeleteTests
{
    [Fact]
    public async Task What_is_spoken_of_is_not_deleted_and_those_that_speak_are_named()
    {
        await using var api = new CuratedGraph();
        var problem = (await api.Write("DELETE", "treaties/harbour-accord", null, ("If-Match", "*"))).Problem(409, "conflict");
        Assert.Contains("The statement 'accord-signed' makes 'harbour-accord.signed.1953'.", problem.Messages(), StringComparison.Ordinal);
        Assert.Equal(1, await api.Revision());
    }

    [Fact]
    public async Task A_cascade_takes_along_what_would_be_orphaned_and_lists_all()
    {
        await using var api = new CuratedGraph();
        var answer = (await api.Done("DELETE", "treaties/harbour-accord?cascade=true")).Json;
        var items = answer.List("items").Select(item => $"{item.Text("op")} {item.Text("type")} {item.Text("id")}").ToList();
        Assert.Contains("delete entity harbour-accord", items);
        Assert.Contains("delete statement accord-signed", items);
        (await api.Get("/api/v1/treaties/harbour-accord")).Problem(410, "gone");
        Assert.DoesNotContain("harbour-accord", (await api.Get("/api/v1/graph?format=ndjson")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_does_not_lose_the_last_of_its_evidence_cascade_or_not()
    {
        await using var api = new CuratedGraph();
        await api.Made("treaties", """{ "id": "leaning", "name": "Leaning", "summary": "It leans.", "summaryEvidence": ["truce-dated"] }""");
        foreach (var query in new[] { "", "?cascade=true" })
        {
            var problem = (await api.Write("DELETE", $"statements/truce-dated{query}", null, ("If-Match", "*"))).Problem(409, "conflict");
            Assert.Contains("The summary of 'leaning' would rest on nothing", problem.Messages(), StringComparison.Ordinal);
        }
        await api.Done("PATCH", "treaties/leaning", """{ "summaryEvidence": ["truce-dated", "reef-signed"] }""");
        await api.Done("DELETE", "statements/truce-dated?cascade=true");
        Assert.Equal("reef-signed", (await api.Read("treaties/leaning")).Texts("summaryEvidence"));
    }

    [Fact]
    public async Task A_deleted_id_says_when_and_what_stands_for_it_for_ever_and_is_not_given_out_again()
    {
        await using var api = new CuratedGraph();
        await api.Made("statements", CuratedGraph.Statement("short-lived", """["aland","ally-of","bland"]"""));
        await api.Done("DELETE", "statements/short-lived?successor=pact-parties", null, ("Change-Note", "Said twice."));
        await api.Restart();
        var problem = (await api.Get("/api/v1/statements/short-lived")).Problem(410, "gone");
        Assert.Equal((3, "pact-parties"), (problem.Number("deletedIn"), problem.Text("successor")));
        Assert.Contains("Said twice.", problem.Text("detail"), StringComparison.Ordinal);
        (await api.Write("POST", "statements", CuratedGraph.Statement("short-lived", """["aland","ally-of","bland"]"""))).Problem(409, "conflict");
        await api.GetProblem("/api/v1/statements/short-lived?asOf=1", 404, "unknown-id");
        Assert.Equal("short-lived", (await api.Read("statements/short-lived?asOf=2")).Text("id"));
    }

    [Fact]
    public async Task A_predicate_in_use_is_not_deleted_unless_its_facts_go_along()
    {
        await using var api = new CuratedGraph();
        (await api.Write("DELETE", "schema/predicates/ally-of", null, ("If-Match", "*"))).Problem(409, "conflict");
        await api.Done("DELETE", "schema/predicates/ally-of?cascade=true");
        Assert.DoesNotContain("ally-of", (await api.Get("/api/v1/graph?format=ndjson")).Text, StringComparison.Ordinal);
        (await api.Get("/api/v1/schema/predicates/ally-of")).Problem(410, "gone");
    }
}
