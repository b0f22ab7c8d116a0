using AllianceApi.Graph;
using AllianceApi.Packs;
using Xunit;

namespace AllianceApi.Tests.Support;

/// <summary>The invented graph after a pack came that has less: a statement, two entities, a predicate and a few facts went.</summary>
public sealed class ChangedGraph() : Api(() => InventedGraph.Folder), IAsyncLifetime
{
    private static readonly string[] Gone = ["  - { id: old-truce,", "  - { id: warm-sea,", "      - [north-isle, part-of", "      - [south-isle, part-of", "      - [lantern-pact, party, cland]"];

    public async ValueTask InitializeAsync()
    {
        await Load(this, Write);
        await Restart();
    }

    /// <summary>Loads a pack into the database of a running program, and shows what came of it.</summary>
    internal static async Task Load(Api api, Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("pack-").FullName;
        try
        {
            write(folder);
            var outcome = await (await api.Service<PackLoading>()).LoadAsync(known => PackReader.Read(folder, known), CancellationToken.None);
            Assert.Empty(outcome.Problems);
            (await api.Service<Head>()).Publish(outcome.Graph);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The invented pack as it stands.</summary>
    internal static void Copy(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(InventedGraph.Folder, "fixture")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static void Write(string folder)
    {
        Copy(folder);
        Edit(Path.Combine(folder, "entities.yaml"), lines => lines.Where(Stays));
        Edit(Path.Combine(folder, "statements.yaml"), lines => Without("  - id: truce-dated", "  - id: no-cland", lines.Where(Stays)));
        Edit(Path.Combine(folder, "predicates.yaml"), lines => Without("  - id: part-of", "  - id: position-in", lines));
    }

    private static bool Stays(string line) => !Gone.Any(line.StartsWith);

    private static IEnumerable<string> Without(string first, string next, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return [.. all.TakeWhile(line => line != first), .. all.SkipWhile(line => line != next)];
    }

    private static void Edit(string path, Func<IEnumerable<string>, IEnumerable<string>> edit) => File.WriteAllLines(path, edit(File.ReadAllLines(path)));
}
