using System.Text;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs;

/// <summary>The files of a pack, read into trees and not yet understood, with what was wrong on the way.</summary>
internal sealed record PackFiles(IReadOnlyList<PackNode> Roots, IReadOnlyList<PackProblem> Problems)
{
    public const long LargestFile = 64L << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every <c>*.yaml</c> and <c>*.yml</c> below a folder, in ordinal order of their paths.</summary>
    public static PackFiles Of(string folder, Action<string>? progress = null)
    {
        if (!Directory.Exists(folder))
            return Broken(folder, "there is no such folder.", "Name a folder that holds a pack's YAML files.");
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
