using AllianceApi.Graph;
using AllianceApi.Packs;
using AllianceApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceApi.Tests.Data;

/// <summary>The invented graph, into which a test loads packs.</summary>
internal sealed class LoadedGraph(Action<IServiceCollection>? services = null) : Api(() => InventedGraph.Folder, services)
{
    private static readonly string[] Lists = ["entities", "relations?expand=evidence", "attributes?expand=evidence", "statements", "documents", "documents/charter-review/passages", "documents/harbour-notes/passages"];

    /// <summary>Loads the invented pack, of which some texts were changed, and publishes what came of it.</summary>
    public Task<LoadOutcome> Load(params (string Old, string New)[] changes) => LoadFolder(folder =>
    {
        ChangedGraph.Copy(folder);
        foreach (var (old, by) in changes)
            Replace(folder, old, by);
    });

    public async Task<LoadOutcome> LoadFolder(Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("pack-").FullName;
        try
        {
            write(folder);
            var outcome = await (await Service<PackLoading>()).LoadAsync(known => PackReader.Read(folder, known), CancellationToken.None);
            (await Service<Head>()).Publish(outcome.Graph);
            return outcome;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>All that a reader can see, as text.</summary>
    public async Task<string> Everything()
    {
        var texts = new List<string> { (await Get("/api/v1")).Text, (await Get("/api/v1/schema")).Text };
        foreach (var list in Lists)
            texts.Add((await GetJson($"/api/v1/{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200")).GetRawText());
        return string.Join('\n', texts);
    }

    public async Task<int> RevisionOf(string path) => (await GetJson($"/api/v1/{path}")).Number("revision");

    /// <summary>Changes a text, which has to be in just one file of the pack.</summary>
    private static void Replace(string folder, string old, string by)
    {
        var file = Directory.EnumerateFiles(folder).Single(file => File.ReadAllText(file).Contains(old, StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, by, StringComparison.Ordinal));
    }
}
