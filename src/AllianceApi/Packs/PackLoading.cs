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
        return await LoadAsync(graph, Plan(graph, read, new LoadOptions { Overwrite = overwrite }), cancel);
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
            var outcome = await LoadAsync(graph, Plan(graph, known => PackReader.Read(folder, known), new LoadOptions { Note = $"Seeded from {Path.GetFileName(folder)}.", Overwrite = true }), cancel);
            if (outcome.Problems.Count > 0)
                throw new StoreException($"The seed pack {folder} has {outcome.Problems.Count} problems, of which the first is: {outcome.Problems[0]}");
            graph = outcome.Graph;
        }
        return graph;
    }

    /// <summary>Works out what loading a pack would come to, and writes nothing.</summary>
    /// <param name="read">Reads the pack against what the graph knows.</param>
    public LoadOutcome Plan(Snapshot graph, Func<Known, PackResult> read, LoadOptions options)
    {
        var result = read(PackImport.KnownIn(graph));
        if (result.Pack is null)
            return new LoadOutcome(graph, new ChangeSet { By = "", Note = "" }, result.Problems);
        var (changes, problems) = new PackImport(graph, result.Pack).Plan(options.By, options.Note);
        return new LoadOutcome(graph, changes, options.Overwrite ? problems : [.. problems, .. new MadeByHand(graph, result.Pack, archive).LostBy(changes)]);
    }

    private async Task<LoadOutcome> LoadAsync(Snapshot graph, LoadOutcome planned, CancellationToken cancel) =>
        planned.Problems.Count > 0 ? planned : planned with { Graph = await store.CommitAsync(graph, planned.Changes, cancel) };
}

/// <summary>How a pack is loaded.</summary>
internal sealed record LoadOptions
{
    public string By { get; init; } = "import";

    public string Note { get; init; } = "Imported a pack.";

    /// <summary>Whether what was changed by hand since may be lost.</summary>
    public bool Overwrite { get; init; }
}

/// <summary>What loading a pack comes to: the graph and what changes, or problems, and then nothing is written.</summary>
internal sealed record LoadOutcome(Snapshot Graph, ChangeSet Changes, IReadOnlyList<PackProblem> Problems);
