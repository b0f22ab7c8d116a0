using AllianceApi.Data;
using AllianceApi.Graph;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Data;

/// <summary>What loading a pack again, or a changed one, changes, as HTTP shows it.</summary>
public sealed class ImportTests
{
    private const string CalmMaybe = "  - id: calm-maybe\n    document: harbour-notes\n    passages: [outlook.p1s1]\n    text: The pact may bring calm.\n    modality: possible\n    asserts:\n      - [lantern-pact, supports, calm]\n";

    [Fact]
    public async Task The_same_pack_again_changes_nothing_not_even_the_revision()
    {
        await using var api = new LoadedGraph();
        var before = await api.Everything();
        Assert.True((await api.Load()).Changes.IsEmpty);
        Assert.Equal(before, await api.Everything());
    }

    [Fact]
    public async Task A_graph_that_is_loaded_anew_is_the_one_that_was_committed()
    {
        await using var api = new LoadedGraph();
        await api.Load(("The pact may bring calm.", "The pact might bring calm."));
        var committed = await api.Everything();
        (await api.Service<Head>()).Publish(await (await api.Service<Store>()).OpenAsync(CancellationToken.None));
        Assert.Equal(committed, await api.Everything());
    }

    [Fact]
    public async Task A_changed_pack_is_one_revision_and_moves_only_what_differs()
    {
        await using var api = new LoadedGraph();
        Assert.Empty((await api.Load(("The pact may bring calm.", "The pact might bring calm."), ("name: Old Truce", "name: Oldest Truce"))).Problems);

        var service = await api.GetJson("/api/v1");
        Assert.Equal(2, service.Number("revision"));
        Assert.Equal(2, await api.RevisionOf("statements/calm-maybe"));
        Assert.Equal(2, await api.RevisionOf("relations/lantern-pact.supports.calm"));
        Assert.Equal(2, await api.RevisionOf("agreements/old-truce"));
        Assert.Equal(1, await api.RevisionOf("statements/truce-dated"));
        Assert.Equal(1, await api.RevisionOf("relations/old-truce.party.aland"));
        Assert.Equal(1, await api.RevisionOf("attributes/old-truce.dated.1951"));
        Assert.Equal(1, await api.RevisionOf("treaties/lantern-pact"));
        Assert.Equal(service.Text("updatedAt"), (await api.GetJson("/api/v1/agreements/old-truce")).Text("updatedAt"));
    }

    [Fact]
    public async Task A_fact_moves_and_weakens_when_its_strongest_statement_goes()
    {
        await using var api = new LoadedGraph();
        Assert.Equal("stated", (await api.GetJson("/api/v1/relations/lantern-pact.supports.calm")).Text("standing"));
        Assert.Empty((await api.Load((CalmMaybe, ""))).Problems);
        var relation = await api.GetJson("/api/v1/relations/lantern-pact.supports.calm");
        Assert.Equal(("attributed", "asserted", 2), (relation.Text("standing"), relation.Text("modality"), relation.Number("revision")));
        await api.GetProblem("/api/v1/statements/calm-maybe", 410, "gone");
    }

    [Fact]
    public async Task What_contradicts_no_more_is_no_longer_contested_and_keeps_its_revision()
    {
        await using var api = new LoadedGraph();
        Assert.True((await api.GetJson("/api/v1/relations/lantern-pact.party.aland")).GetProperty("contested").GetBoolean());
        Assert.Empty((await api.Load(("    denies:\n      - [lantern-pact, party, aland]\n", "    denies:\n"))).Problems);
        var relation = await api.GetJson("/api/v1/relations/lantern-pact.party.aland");
        Assert.False(relation.GetProperty("contested").GetBoolean());
        Assert.Equal(1, relation.Number("revision"));
    }

    [Fact]
    public async Task A_pack_with_a_problem_changes_nothing()
    {
        await using var api = new LoadedGraph();
        var before = await api.Everything();
        var outcome = await api.Load(("The pact may bring calm.", "The pact might bring calm."), ("[old-truce, party, aland]", "[old-truce, party, alandd]"));
        Assert.Contains("'alandd'", Assert.Single(outcome.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await api.Everything());
    }

    [Fact]
    public async Task What_another_document_brings_may_only_gain_aliases()
    {
        await using var api = new LoadedGraph();
        Assert.Empty((await api.LoadFolder(folder => WriteLater(folder, "A treaty on lights at sea.", "[The Lanterns]"))).Problems);
        var pact = await api.GetJson("/api/v1/treaties/lantern-pact");
        Assert.Contains("The Lanterns", pact.List("aliases").Select(alias => alias.GetString()));
        Assert.Equal(2, pact.Number("revision"));

        var problem = Assert.Single((await api.LoadFolder(folder => WriteLater(folder, "Another summary.", "[]"))).Problems);
        Assert.Contains("is known from another document", problem.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A pack of another document that repeats a treaty of the invented one.</summary>
    private static void WriteLater(string folder, string summary, string aliases) => File.WriteAllText(Path.Combine(folder, "later.yaml"), $$"""
        documents:
          - id: later
            title: Later
            language: en
            sha256: "{{new string('d', 64)}}"
            sections: [{ id: one, title: One }]
            passages: [{ locator: one.p1s1, start: 0, end: 9, words: 2, sha256: "{{new string('d', 64)}}", runs: [] }]
        statements:
          - { id: later-pact, passages: [one.p1s1], text: It still holds., asserts: [[lantern-pact, party, bland]] }
        entities:
          - { id: lantern-pact, kind: treaty, name: Lantern Pact, aliases: {{aliases}}, summary: {{summary}}, summaryEvidence: [pact-parties] }
        """);
}
