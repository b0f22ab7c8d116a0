using System.Text;
using AllianceApi.Packs.Ndjson;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs;

/// <summary>The files of a pack, read into trees and not yet understood, with what was wrong on the way.</summary>
internal sealed record PackFiles(IReadOnlyList<PackNode> Roots, IReadOnlyList<PackProblem> Problems)
{
    /// <summary>The records of a pack that is lines of JSON, read while they are looked at and never all in memory; what cannot be read is added to the list.</summary>
    public Func<List<PackProblem>, IEnumerable<LineRecord>> Lines { get; private init; } = _ => [];

    public const long LargestFile = 64L << 20;

    private static readonly string[] LineFiles = [".ndjson", ".jsonl"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every <c>*.yaml</c> and <c>*.yml</c> below a folder, in ordinal order of their paths; or a file of JSON lines.</summary>
    public static PackFiles Of(string folder, Action<string>? progress = null)
    {
        if (File.Exists(folder))
            return OfLines(folder);
        if (!Directory.Exists(folder))
            return Broken(folder, "there is no such folder.", "Name a folder that holds a pack's YAML files, or a file *.ndjson.");
        try
        {
            string[] paths = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
                .OrderBy(path => path.Replace('\\', '/'), StringComparer.Ordinal)];
            return paths.Length == 0
                ? Broken(folder, "the folder holds no *.yaml or *.yml file.", "Name a folder that holds a pack's YAML files.")
                : Read(paths, progress);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Broken(folder, $"the folder cannot be read: {error.Message}", "");
        }
    }

    /// <summary>A pack that is one text: YAML, or JSON.</summary>
    public static PackFiles Of(string name, string text)
    {
        var problems = new List<PackProblem>();
        var root = YamlReader.Read(name, text, problems);
        return new PackFiles(root is null ? [] : [root], problems);
    }

    private static PackFiles OfLines(string path)
    {
        if (!LineFiles.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            return Broken(path, "a pack is a folder, or a file of JSON lines.", $"Name the folder that the file is in, or a file that ends with {string.Join(" or ", LineFiles)}.");
        try
        {
            using var readable = File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Broken(path, $"the file cannot be read: {error.Message}", "");
        }
        return new PackFiles([], []) { Lines = problems => NdjsonFile.Read(path.Replace('\\', '/'), () => File.OpenRead(path), problems) };
    }

    private static PackFiles Read(IEnumerable<string> paths, Action<string>? progress)
    {
        var roots = new List<PackNode>();
        var problems = new List<PackProblem>();
        foreach (var path in paths)
        {
            progress?.Invoke($"reading {path}");
            if (ReadFile(path.Replace('\\', '/'), problems) is { } root)
                roots.Add(root);
        }
        return new PackFiles(roots, problems);
    }

    private static PackNode? ReadFile(string path, List<PackProblem> problems)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                problems.Add(new PackProblem(path, 0, 0, "the file is larger than 64 MiB.", "Split it: a pack may have any number of files."));
                return null;
            }
            using var text = new StreamReader(path, Strict);
            return YamlReader.Read(path, text.ReadToEnd(), problems);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new PackProblem(path, 0, 0, "the file is not UTF-8.", "Save it as UTF-8."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new PackProblem(path, 0, 0, $"the file cannot be read: {error.Message}", ""));
        }
        return null;
    }

    private static PackFiles Broken(string folder, string message, string mend) => new([], [new PackProblem(folder, 0, 0, message, mend)]);
}
