using AllianceApi.Data;

namespace AllianceApi.Packs;

/// <summary>The folder that an empty database is seeded from; unless the setting <c>Seed:Folder</c> says otherwise, the one that travels with the program.</summary>
internal sealed class SeedFolder(IConfiguration configuration)
{
    private const string Setting = "Seed:Folder";

    /// <summary>A pack a folder, in the order of their names; one without any file is none.</summary>
    /// <exception cref="StoreException">There is no such folder.</exception>
    public IEnumerable<string> Packs
    {
        get
        {
            var folder = configuration[Setting] is { Length: > 0 } set ? set : Path.Combine(AppContext.BaseDirectory, "seed");
            return Directory.Exists(folder)
                ? Directory.EnumerateDirectories(folder).Where(HoldsFiles).Order(StringComparer.Ordinal)
                : throw new StoreException($"The folder to seed from, {folder}, is not there. Name one in {Setting}, or leave the setting out.");
        }
    }

    private static bool HoldsFiles(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();
}
