using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AllianceApi.Tests.Contract;

/// <summary>README.md, taken apart: its fenced blocks, its tables, and what it sets in code.</summary>
internal static partial class Readme
{
    public static string Root { get; } = FolderOf();

    public static string Text { get; } = File.ReadAllText(Path.Combine(Root, "README.md"));

    public static IReadOnlyList<Block> Blocks { get; } =
        [.. Fence().Matches(Text).Select(fence => new Block(fence.Groups["language"].Value, fence.Groups["file"].Value, fence.Groups["text"].Value))];

    /// <summary>What stands in the text between single backticks.</summary>
    public static IEnumerable<string> Code => Inline().Matches(Fence().Replace(Text, "")).Select(code => code.Groups["text"].Value);

    /// <summary>Where the links of a page lead that stay within the repository.</summary>
    public static IEnumerable<string> LinksOf(string page) => Link().Matches(page).Select(link => link.Groups["target"].Value).Where(target => !target.Contains(':', StringComparison.Ordinal));

    /// <summary>The rows of the table whose first heading is this, without backticks.</summary>
    public static IEnumerable<string[]> Table(string heading) => Text.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Replace("`", "", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    private static string FolderOf([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"^```(?<language>\w+)( (?<file>\S+))?\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}

/// <summary>A fenced block.</summary>
/// <param name="File">The name of the file that it is, if it is one.</param>
internal sealed record Block(string Language, string File, string Text)
{
    public IEnumerable<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
