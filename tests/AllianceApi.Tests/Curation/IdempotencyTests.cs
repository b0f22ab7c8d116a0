using Xunit;

namespace AllianceApi.Tests.Curation;

public sealed class IdempotencyTests(CuratedGraph graph) : IClassFixture<CuratedGraph>
{
    [Fact]
    public async Task The_same_request_answers_as_the_first_time_after_a_restart_too()
    {
        await using var own = new CuratedGraph();
        var body = CuratedGraph.Statement("once", """["aland", "ally-of", "cland"]""");
        var first = await own.Write("POST", "statements", body, ("Idempotency-Key", "k1"));
        Assert.Equal(201, (int)first.Status);
        var revision = await own.Revision();
        await own.Done("PATCH", "statements/once", """{ "text": "Otherwise." }""");
        await own.Restart();
        var again = await own.Write("POST", "statements", body, ("Idempotency-Key", "\"k1\""));
        Assert.Equal((first.Status, first.Text, first.Header("ETag"), first.Header("Location"), first.Header("Graph-Revision")),
            (again.Status, again.Text, again.Header("ETag"), again.Header("Location"), again.Header("Graph-Revision")));
        Assert.Equal(revision + 1, await own.Revision());
    }

    [Fact]
    public async Task A_write_that_changed_nothing_answers_as_the_first_time_too()
    {
        await using var own = new CuratedGraph();
        var shown = (await own.Get("/api/v1/statements/seats")).Text;
        var first = await own.Write("PUT", "statements/seats", shown, ("If-Match", "*"), ("Idempotency-Key", "k4"));
        await own.Done("PATCH", "statements/seats", """{ "text": "Otherwise." }""");
        var again = await own.Write("PUT", "statements/seats", shown, ("If-Match", "*"), ("Idempotency-Key", "k4"));
        Assert.Equal((first.Status, first.Text, first.Header("ETag")), (again.Status, again.Text, again.Header("ETag")));
        Assert.Equal(2, await own.Revision());
        (await own.Write("PUT", "statements/seats", "{}", ("If-Match", "*"), ("Idempotency-Key", "k4"))).Problem(422, "key-reused");
    }

    [Fact]
    public async Task The_key_with_another_request_is_refused()
    {
        var body = CuratedGraph.Statement("keyed", """["aland", "ally-of", "cland"]""");
        await graph.Write("POST", "statements", body, ("Idempotency-Key", "k2"));
        foreach (var (other, header) in new[] { (body.Replace("new", "old", StringComparison.Ordinal), ("Accept", "*/*")), (body, ("Change-Note", "Why not.")), (body, ("Prefer", "return=minimal")) })
            (await graph.Write("POST", "statements", other, ("Idempotency-Key", "k2"), header)).Problem(422, "key-reused");
        (await graph.Write("POST", "statements", body, ("Idempotency-Key", "k2"), ("X-Api-Key", await graph.NewKey("Bea")))).Problem(409, "conflict");
    }

    [Fact]
    public async Task A_refused_write_keeps_no_answer_and_an_empty_key_is_none()
    {
        (await graph.Write("POST", "statements", "{}", ("Idempotency-Key", "k3"))).Problem(422, "invalid-body");
        var body = CuratedGraph.Statement("after-refusal", """["aland", "ally-of", "cland"]""");
        Assert.Equal(201, (int)(await graph.Write("POST", "statements", body, ("Idempotency-Key", "k3"))).Status);
        (await graph.Write("POST", "statements", body, ("Idempotency-Key", "\"\""))).Problem(400, "invalid-header");
    }
}
