using AllianceApi.Graph;
using AllianceApi.Packs;
using AllianceApi.Tests.Support;
using Xunit;

namespace AllianceApi.Tests.Curation;

/// <summary>A load does not undo what was done by hand, unless that is meant.</summary>
public sealed class MadeByHandTests
{
    [Fact]
    public async Task What_was_changed_by_hand_and_would_be_lost_is_a_problem_each()
    {
        await using var api = new CuratedGraph();
        await api.Done("PATCH", "actors/aland", """{ "aliases": ["Land of A"] }""");
        await api.Done("DELETE", "statements/truce-dated?cascade=true");
        await api.Made("statements", CuratedGraph.Statement("by-hand", """["lantern-pact","party","bland"]"""));
        var revision = await api.Revision();

        var outcome = await LoadAsync(api, overwrite: false);
        Assert.Contains(outcome.Problems, problem => problem.Message == "The entity 'aland' was changed by Ada in revision 2, which the load would undo.");
        Assert.Contains(outcome.Problems, problem => problem.Message == "The statement 'truce-dated' was deleted in revision 3, which the load would undo.");
        Assert.Contains(outcome.Problems, problem => problem.Message == "The statement 'by-hand' was changed by Ada in revision 4, which the load would undo.");
        Assert.All(outcome.Problems, problem => Assert.Contains("--overwrite", problem.Mend, StringComparison.Ordinal));
        await api.Restart();
        Assert.Equal(revision, await api.Revision());

        Assert.Empty((await LoadAsync(api, overwrite: true)).Problems);
        Assert.Equal("", (await api.Read("actors/aland")).Texts("aliases"));
        (await api.Get("/api/v1/statements/by-hand")).Problem(410, "gone");
        await api.Read("statements/truce-dated");
    }

    [Fact]
    public async Task What_the_pack_does_not_touch_stays_without_a_word()
    {
        await using var api = new CuratedGraph();
        Assert.Empty((await LoadAsync(api, overwrite: false)).Problems);
        Assert.Equal(1, await api.Revision());
    }

    private static async Task<LoadOutcome> LoadAsync(CuratedGraph api, bool overwrite)
    {
        var outcome = await (await api.Service<PackLoading>()).LoadAsync(
            known => PackReader.Read(Path.Combine(InventedGraph.Folder, "fixture"), known), TestContext.Current.CancellationToken, overwrite);
        (await api.Service<Head>()).Publish(outcome.Graph);
        return outcome;
    }
}
