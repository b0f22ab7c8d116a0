using AllianceApi.Data;
using AllianceApi.Graph;

namespace AllianceApi.Packs;

/// <summary>Loads packs into the graph, whole or not at all: the one loader for the seed and for whatever comes after it.</summary>
internal sealed class PackLoading(Store store, Archive archive, SeedFolder seed)
{
    /// <summary>Opens the store, reads a pack against what it holds and loads it.</summary>
    /// <param name="overwrite">Whether what was changed by hand since may be lost.</param>
    public async Task<LoadOutcome> LoadAsync(Func<Known, PackResult> read, CancellationToken cancel, bool overwrite = false)
    {
        var graph = await store.OpenAsync(cancel);
        return await LoadAsync(graph, read(PackImport.KnownIn(graph)), "Imported a pack.", overwrite, cancel);
    }

    /// <summary>Opens the store; an empty one is seeded.</summary>
    /// <exception cref="StoreException">The store cannot be used, or the seed has problems.</exception>
    public async Task<Snapshot> OpenSeededAsync(CancellationToken cancel)
    {
        var graph = await store.OpenAsync(cancel);
        if (graph.Revision > 0)
            return graph;
        foreach (var folder in seed.Packs)
        {
            var outcome = await LoadAsync(graph, PackReader.Read(folder, PackImport.KnownIn(graph)), $"Seeded from {Path.GetFileName(folder)}.", overwrite: true, cancel);
            if (outcome.Problems.Count > 0)
                throw new StoreException($"The seed pack {folder} has {outcome.Problems.Count} problems, of which the first is: {outcome.Problems[0]}");
            graph = outcome.Graph;
        }
        return graph;
    }

    private async Task<LoadOutcome> LoadAsync(Snapshot graph, PackResult result, string note, bool overwrite, CancellationToken cancel)
    {
        if (result.Pack is null)
            return new LoadOutcome(graph, new ChangeSet { By = "", Note = "" }, result.Problems);
        var (changes, problems) = new PackImport(graph, result.Pack).Plan(note);
        if (!overwrite)
            problems = [.. problems, .. new MadeByHand(graph, result.Pack, archive).LostBy(changes)];
        return problems.Count > 0
            ? new LoadOutcome(graph, changes, problems)
            : new LoadOutcome(await store.CommitAsync(graph, changes, cancel), changes, []);
    }
}

/// <summary>What loading a pack came to: the graph afterwards and what changed, or problems, and then nothing was written.</summary>
internal sealed record LoadOutcome(Snapshot Graph, ChangeSet Changes, IReadOnlyList<PackProblem> Problems);
