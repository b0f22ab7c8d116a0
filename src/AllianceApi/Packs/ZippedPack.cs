using System.IO.Compression;
using System.Text;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs;

/// <summary>
/// Reads the folder of a pack out of a zip. Nothing is unpacked to the disk, no more is taken out than a pack may have, whatever the archive says of itself,
/// and an entry that would lie elsewhere than below the folder is a problem.
/// </summary>
internal sealed class ZippedPack(string name, List<PackProblem> problems)
{
    private const int MostEntries = 10_000;
    private const int FileType = 0xF000;
    private const int SymbolicLink = 0xA000;
    private const string Mend = "Zip the folder of the pack anew: its *.yaml files, as they lie there.";

    private readonly byte[] _buffer = new byte[64 * 1024];
    private long _left = PackFiles.LargestFile;

    /// <summary>The trees of its files, in ordinal order of their paths. What cannot be read is a problem.</summary>
    public static List<PackNode> Read(string name, Stream stream, List<PackProblem> problems)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return new ZippedPack(name, problems).Read(archive);
        }
        catch (InvalidDataException)
        {
            problems.Add(new PackProblem(name, 0, 0, "this is no zip archive, or it is damaged.", Mend));
            return [];
        }
    }

    private List<PackNode> Read(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            problems.Add(new PackProblem(name, 0, 0, $"the archive has {archive.Entries.Count} entries, and {MostEntries} are the most.", Mend));
            return [];
        }
        var wrong = archive.Entries.Select(entry => (Entry: entry, Why: WhyNot(entry))).Where(found => found.Why is not null).ToList();
        problems.AddRange(wrong.Select(found => new PackProblem(PathOf(found.Entry), 0, 0, found.Why!, Mend)));
        problems.AddRange(archive.Entries.CountBy(entry => entry.FullName).Where(names => names.Value > 1)
            .Select(names => new PackProblem($"{name}/{names.Key}", 0, 0, "the archive has this entry more than once.", Mend)));
        // Of an archive that tries such things nothing is read.
        if (problems.Count > 0)
            return [];
        List<ZipArchiveEntry> files = [.. archive.Entries.Where(IsOfPack).OrderBy(entry => entry.FullName, StringComparer.Ordinal)];
        if (files.Count == 0)
            problems.Add(new PackProblem(name, 0, 0, "the archive holds no *.yaml or *.yml file.", Mend));
        return [.. files.Select(Read).OfType<PackNode>()];
    }

    private PackNode? Read(ZipArchiveEntry entry)
    {
        if (_left < 0)
            return null;
        using var text = new MemoryStream();
        using (var content = entry.Open())
        {
            while (content.Read(_buffer) is var read and > 0)
            {
                if ((_left -= read) < 0)
                {
                    problems.Add(new PackProblem(PathOf(entry), 0, 0, $"the files of the archive are larger than {PackFiles.LargestFile >> 20} MiB together.", "Send what is large as lines of JSON (application/x-ndjson)."));
                    return null;
                }
                text.Write(_buffer, 0, read);
            }
        }
        try
        {
            return YamlReader.Read(PathOf(entry), PackFiles.Strict.GetString(text.GetBuffer(), 0, (int)text.Length).TrimStart('\uFEFF'), problems);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new PackProblem(PathOf(entry), 0, 0, "the file is not UTF-8.", "Save it as UTF-8."));
            return null;
        }
    }

    private string PathOf(ZipArchiveEntry entry) => $"{name}/{entry.FullName}";

    private static string? WhyNot(ZipArchiveEntry entry)
    {
        var path = entry.FullName;
        if (path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Split('/').Contains(".."))
            return "the entry leads out of the folder.";
        if (((entry.ExternalAttributes >> 16) & FileType) == SymbolicLink)
            return "the entry is a symbolic link.";
        return entry.IsEncrypted ? "the entry is encrypted." : null;
    }

    /// <summary>What file managers put beside the files is none of them.</summary>
    private static bool IsOfPack(ZipArchiveEntry entry) => !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && (entry.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
}
