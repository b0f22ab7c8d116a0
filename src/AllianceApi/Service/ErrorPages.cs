using System.Collections.Frozen;

namespace AllianceApi.Service;

/// <summary>The sections of <c>docs/errors.md</c>, one a problem: what an error means, where it comes from, and the mend.</summary>
internal static class ErrorPages
{
    private const string Heading = "\n## ";

    public static string Whole { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "errors.md"));

    private static readonly FrozenDictionary<string, string> Sections = Whole.Split(Heading).Skip(1)
        .ToFrozenDictionary(section => section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim(), section => $"# {section.Trim()}\n");

    public static IEnumerable<string> Codes => Sections.Keys;

    public static string? Find(string code) => Sections.GetValueOrDefault(code);
}
