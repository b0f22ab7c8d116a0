using System.Runtime.CompilerServices;

namespace AllianceApi.Tests.Contract;

/// <summary>Where the files of the project lie, wherever the tests are started from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Source { get; } = Path.Combine(Root, "src", "AllianceApi");

    public static string Seed { get; } = Path.Combine(Root, "seed");

    public static string Docs(string file) => Path.Combine(Root, "docs", file);

    private static string Find([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
