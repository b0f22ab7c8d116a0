using System.Text.Json.Nodes;
using AllianceApi.Packs;
using AllianceApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Data;

/// <summary>What loading a pack again, a changed one, or one without what was there changes, as HTTP shows it.</summary>
public sealed class ImportTests
{
    private static string Log => Path.Combine(SeedFolders.League, "b-log");

    [Fact]
    public async Task The_same_pack_again_changes_nothing_not_even_the_revision()
    {
        await using var api = await Started();
        var before = await Everything(api);
        var outcome = await api.Import(Log);
        Assert.True(outcome.Changes.IsEmpty);
        Assert.Equal(before, await Everything(api));
    }

    [Fact]
    public async Task A_graph_loaded_anew_is_the_one_that_was_committed()
    {
        await using var api = await Started();
        var before = await Everything(api);
        api.Services.GetRequiredService<AllianceApi.Graph.Head>().Publish(
            await api.Services.GetRequiredService<AllianceApi.Data.Store>().OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, await Everything(api));
    }

    [Fact]
    public async Task A_changed_pack_is_one_revision_and_moves_only_what_differs()
    {
        await using var api = await Started();
        using var pack = WrittenPack.CopyOf(Log)
            .Replace("We lay at the reef all night.", "We lay at the reef till noon.")
            .Replace("name: Beacon", "name: Great beacon");
        Assert.Empty((await api.Import(pack.Folder)).Problems);

        var service = await api.GetJson("/api/v1");
        Assert.Equal(3, (long)service["revision"]!);
        Assert.Equal(3, await RevisionOf(api, "places/beacon"));
        Assert.Equal(3, await RevisionOf(api, "statements/watch-at-reef"));
        Assert.Equal(3, await RevisionOf(api, "relations/joint-watch.guards.outer-reef"));
        Assert.Equal(2, await RevisionOf(api, "statements/log-beacon"));
        Assert.Equal(2, await RevisionOf(api, "relations/beacon.part-of.outer-reef"));
        Assert.Equal(1, await RevisionOf(api, "places/outer-reef"));
        Assert.Equal(1, await RevisionOf(api, "relations/joint-watch.not.guards.outer-reef"));
        Assert.Equal("We lay at the reef till noon.", (string)(await api.GetJson("/api/v1/statements/watch-at-reef"))["text"]!);
        Assert.Equal((string)service["updatedAt"]!, (string)(await api.GetJson("/api/v1/places/beacon"))["updatedAt"]!);
    }

    [Fact]
    public async Task A_fact_moves_when_a_statement_comes_or_goes()
    {
        await using var api = await Started();
        Assert.Equal(2, await RevisionOf(api, "relations/salt-treaty.founds.salt-league"));
        using var pack = WrittenPack.CopyOf(Log).Without("log-league");
        await api.Import(pack.Folder);
        Assert.Equal(3, await RevisionOf(api, "relations/salt-treaty.founds.salt-league"));
        Assert.Equal("""["league-founded"]""", (await api.GetJson("/api/v1/relations/salt-treaty.founds.salt-league"))["statements"]!.ToJsonString());
        Assert.Equal(1, await RevisionOf(api, "treaties/salt-treaty"));
    }

    [Fact]
    public async Task What_a_pack_no_longer_has_is_gone_and_says_when_and_why()
    {
        await using var api = await Started();
        using var pack = SeedFolders.LogWithoutBeacon();
        Assert.Empty((await api.Import(pack.Folder)).Problems);
        foreach (var path in new[] { "places/beacon", "entities/beacon", "entities/beacon/relations", "statements/log-beacon", "relations/beacon.part-of.outer-reef" })
        {
            var problem = await api.AssertProblem($"/api/v1/{path}", 410, "gone");
            Assert.Equal(3, (long)problem["deletedIn"]!);
            Assert.Equal((string)(await api.GetJson("/api/v1"))["updatedAt"]!, (string)problem["deletedAt"]!);
            Assert.EndsWith("was deleted in revision 3: Imported a pack.", (string)problem["detail"]!, StringComparison.Ordinal);
        }
        await api.AssertRefused("/api/v1/statements?entity=beacon", "entity", "There is no entity 'beacon'.");
        Assert.DoesNotContain("beacon", await api.GetIds("/api/v1/entities?limit=200"));
    }

    [Fact]
    public async Task What_comes_back_is_what_it_was()
    {
        await using var api = await Started();
        using var pack = SeedFolders.LogWithoutBeacon();
        await api.Import(pack.Folder);
        Assert.Empty((await api.Import(Log)).Problems);
        Assert.Equal(4, await RevisionOf(api, "places/beacon"));
        await api.GetJson("/api/v1/statements/log-beacon");
        await api.GetJson("/api/v1/relations/beacon.part-of.outer-reef");
    }

    [Fact]
    public async Task A_contradiction_comes_and_goes_with_its_statements()
    {
        await using var api = await Started();
        Assert.True((bool)(await api.GetJson("/api/v1/relations/joint-watch.not.guards.outer-reef"))["contested"]!);
        using var pack = WrittenPack.CopyOf(Log).Without("watch-at-reef");
        await api.Import(pack.Folder);
        var denied = await api.GetJson("/api/v1/relations/joint-watch.not.guards.outer-reef");
        Assert.False((bool)denied["contested"]!);
        Assert.Equal(1, (long)denied["revision"]!);
        await api.AssertProblem("/api/v1/relations/joint-watch.guards.outer-reef", 410, "gone");
    }

    [Fact]
    public async Task A_pack_with_a_problem_changes_nothing()
    {
        await using var api = await Started();
        var before = await Everything(api);
        using var pack = WrittenPack.CopyOf(Log).Replace("[beacon, part-of, outer-reef]", "[beacon, part-of, outer-rief]").Replace("all night", "all day");
        var problem = Assert.Single((await api.Import(pack.Folder)).Problems);
        Assert.Contains("outer-reef", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await Everything(api));
    }

    [Fact]
    public async Task An_entity_of_another_document_keeps_its_members_and_may_gain_aliases()
    {
        await using var api = await Started();
        const string Reef = "  - { id: outer-reef, kind: place, type: sea, name: Outer reef, aliases: [The Rocks], summary: Rocks., summaryEvidence: [seats] }";
        using var gains = WrittenPack.CopyOf(Log).Replace("entities:", $"entities:\n{Reef}");
        Assert.Empty((await api.Import(gains.Folder)).Problems);
        Assert.Equal("""["The Rocks"]""", (await api.GetJson("/api/v1/places/outer-reef"))["aliases"]!.ToJsonString());

        using var differs = WrittenPack.CopyOf(Log).Replace("entities:", $"entities:\n{Reef.Replace("Rocks.", "Stones.", StringComparison.Ordinal)}");
        Assert.Contains("is known from another document", Assert.Single((await api.Import(differs.Folder)).Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal("Rocks.", (string)(await api.GetJson("/api/v1/places/outer-reef"))["summary"]!);
    }

    internal static async Task<Api> Started()
    {
        var api = new Api();
        await api.InitializeAsync();
        return api;
    }

    /// <summary>All records as lists show them, and the service document.</summary>
    internal static async Task<string> Everything(Api api)
    {
        var texts = new List<string> { await api.GetText("/api/v1"), await api.GetText("/api/v1/schema") };
        foreach (var list in new[] { "entities", "relations?expand=evidence", "attributes?expand=evidence", "statements", "documents", "documents/charter/passages", "documents/log/passages" })
            texts.Add(await api.GetText($"/api/v1/{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200"));
        return string.Join('\n', texts);
    }

    private static async Task<long> RevisionOf(Api api, string path)
    {
        JsonNode record = await api.GetJson($"/api/v1/{path}");
        return (long)record["revision"]!;
    }
}
