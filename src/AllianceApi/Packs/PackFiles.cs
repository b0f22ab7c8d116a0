using System.Text;
using AllianceApi.Packs.Ndjson;
using AllianceApi.Packs.Yaml;

namespace AllianceApi.Packs;

/// <summary>The files of a pack, read into trees and not yet understood, with what was wrong on the way.</summary>
internal sealed record PackFiles(IReadOnlyList<PackNode> Roots, IReadOnlyList<PackProblem> Problems)
{
    /// <summary>The records of a pack that is lines of JSON, read while they are looked at and never all in memory; what cannot be read is added to the list.</summary>
    public Func<List<PackProblem>, IEnumerable<LineRecord>> Lines { get; init; } = _ => [];

    public const long LargestFile = 64L << 20;

    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every <c>*.yaml</c> and <c>*.yml</c> below a folder, in ordinal order of their paths; or a pack that is one file, in the form that its name says.</summary>
    public static PackFiles Of(string folder, Action<string>? progress = null)
    {
        if (File.Exists(folder))
            return OfFile(folder);
        if (!Directory.Exists(folder))
            return Broken(folder, "there is no such folder.", $"Name a folder that holds a pack's YAML files, or a file that ends with {string.Join(", ", PackForms.Extensions)}.");
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

    /// <summary>A pack that is one file.</summary>
    /// <param name="name">What problems call it.</param>
    public static PackFiles Of(PackForm form, string name, Func<Stream> open)
    {
        if (form == PackForm.Ndjson)
            return new PackFiles([], []) { Lines = problems => NdjsonFile.Read(name, open, problems) };
        var problems = new List<PackProblem>();
        using var stream = open();
        if (stream.Length > LargestFile)
            return Broken(name, $"the file is larger than {LargestFile >> 20} MiB.", "Write what is large as lines of JSON (*.ndjson).");
        if (form == PackForm.Zip)
            return new PackFiles(ZippedPack.Read(name, stream, problems), problems);
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        var root = JsonNodes.ReadFile(name, json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json, problems);
        return new PackFiles(root is null ? [] : [root], problems);
    }

    private static PackFiles OfFile(string path)
    {
        if (PackForms.OfExtension(Path.GetExtension(path)) is not { } form)
            return Broken(path, "a pack is a folder, or one file.", $"Name the folder that the file is in, or a file that ends with {string.Join(", ", PackForms.Extensions)}.");
        try
        {
            using (File.OpenRead(path))
            {
                // That it can be read is seen now, and not in the middle of it.
            }
            return Of(form, path.Replace('\\', '/'), () => File.OpenRead(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Broken(path, $"the file cannot be read: {error.Message}", "");
        }
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
