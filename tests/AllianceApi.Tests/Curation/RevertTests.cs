using System.Globalization;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>A revision is undone by a new one, unless something has been built upon it.</summary>
public sealed class RevertTests
{
    [Theory]
    [InlineData("POST", "statements", """{ "id": "new", "document": "charter-review", "passages": ["founding.p1s1"], "text": "New.", "asserts": [["lantern-pact","signed","1999"]] }""")]
    [InlineData("PATCH", "actors/aland", """{ "name": "Otherland", "aliases": [] }""")]
    [InlineData("DELETE", "treaties/harbour-accord?cascade=true", null)]
    [InlineData("POST", "entities/south-isle/merge", """{ "into": "north-isle" }""")]
    [InlineData("PATCH", "schema/predicates/party", """{ "label": "binds" }""")]
    [InlineData("DELETE", "relations/lantern-pact.party.bland?cascade=true", null)]
    public async Task All_is_as_it_was_before(string method, string path, string? body)
    {
        await using var api = new CuratedGraph();
        var before = (await api.Get("/api/v1/graph?format=ndjson")).Text;
        await api.Done(method, path, body);
        Assert.NotEqual(before, (await api.Get("/api/v1/graph?format=ndjson")).Text);
        await Revert(api, 2);
        Assert.Equal(before, (await api.Get("/api/v1/graph?format=ndjson")).Text);
        Assert.Equal(3, await api.Revision());
        await api.Restart();
        Assert.Equal(before, (await api.Get("/api/v1/graph?format=ndjson")).Text);
        // And the undoing can be undone.
        await Revert(api, 3);
        Assert.NotEqual(before, (await api.Get("/api/v1/graph?format=ndjson")).Text);
    }

    [Fact]
    public async Task What_has_been_built_upon_it_is_named()
    {
        await using var api = new CuratedGraph();
        await api.Done("PATCH", "actors/aland", """{ "name": "Otherland" }""");
        await api.Done("PATCH", "actors/aland", """{ "name": "Anotherland" }""");
        var problem = (await api.Write("POST", "revisions/2/revert")).Problem(409, "conflict");
        Assert.Equal("The entity 'aland' was put again in revision 3.", problem.Messages());
    }

    private static async Task Revert(CuratedGraph api, int revision)
    {
        var answer = await api.Write("POST", $"revisions/{revision.ToString(CultureInfo.InvariantCulture)}/revert");
        Assert.True((int)answer.Status == 201, answer.Text);
    }
}
