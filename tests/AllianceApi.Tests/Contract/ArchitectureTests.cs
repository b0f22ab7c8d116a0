using System.Reflection;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>The arrows between the folders of the house go one way; method bodies count.</summary>
public sealed class ArchitectureTests
{
    private const int LongestFile = 400;
    private const int LongestProgram = 60;

    private static readonly string[] Core = ["Graph", "Kinds", "Shapes"];

    /// <summary>Formats and scopes are shared by features as HTTP is: each that shows a graph, or asks who may change it, has the same.</summary>
    private static readonly string[] Reads = [.. Core, "Http", "Formats", "Access"];

    /// <summary>What each folder may use beside itself. A feature that is not here reads.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Shapes"] = [],
        ["Kinds"] = ["Shapes"],
        ["Graph"] = ["Kinds", "Shapes"],
        ["Data"] = Core,
        ["Packs"] = [.. Core, "Data"],
        ["Http"] = Core,
        ["Formats"] = [.. Core, "Http"],
        ["Access"] = [.. Core, "Http", "Data"],
        ["Curation"] = [.. Reads, "Data", "Packs"],
        ["Commands"] = [.. Core, "Packs", "Data", "Access", "Changes"],
        ["History"] = [.. Reads, "Data", "Packs"],
        ["Changes"] = [.. Reads, "Data"],
        ["Webhooks"] = [.. Reads, "Data", "Changes"],
        ["Imports"] = [.. Reads, "Data", "Packs"],
        ["Export"] = [.. Reads, "Packs"],
        ["Verification"] = [.. Reads, "Packs"],
    };

    private static readonly string[] NotInGraph = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Data"];

    private static readonly Assembly Program = typeof(Program).Assembly;

    public static TheoryData<string> Folders => [.. Directory.EnumerateDirectories(Repository.Source)
        .Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any()).Select(folder => Path.GetFileName(folder)).Where(folder => folder is not ("bin" or "obj"))];

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_lies_below_it(string folder)
    {
        string[] allowed = [folder, .. Arrows.GetValueOrDefault(folder, Reads)];
        var uses = Metadata.UsesOf(Program, folder).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.True(allowed.Contains(use.Folder), $"{use.From} uses {use.To}: {folder} may use {string.Join(", ", allowed)}."));
    }

    [Theory]
    [InlineData("Shapes")]
    [InlineData("Kinds")]
    [InlineData("Graph")]
    public void The_core_knows_neither_the_database_nor_HTTP(string folder) => Assert.All(
        Metadata.TypesUsedBy(Program, folder),
        use => Assert.False(Array.Exists(NotInGraph, name => use.To.StartsWith(name, StringComparison.Ordinal)), $"{use.From} uses {use.To}."));

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_is_a_namespace(string folder) => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Source, folder), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("Migrations", StringComparison.Ordinal)),
        file =>
        {
            var expected = "AllianceApi." + Path.GetRelativePath(Repository.Source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains($"namespace {expected};", File.ReadLines(file));
        });

    [Fact]
    public void The_program_is_put_together_in_few_lines() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Source, "Program.cs")).Count(), 1, LongestProgram);

    [Fact]
    public void No_file_of_the_source_is_too_long_or_left_undone() => Assert.All(Sources(), file =>
    {
        var lines = File.ReadAllLines(file);
        Assert.InRange(lines.Length, 1, LongestFile);
        Assert.DoesNotContain(lines, line => line.Contains("TODO", StringComparison.Ordinal) || line.Contains("FIXME", StringComparison.Ordinal));
    });

    /// <summary>What is written by hand: what EF makes of the model is no one's to read.</summary>
    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.Source, "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetRelativePath(Repository.Source, file).Split(Path.DirectorySeparatorChar) is [not ("bin" or "obj"), ..] and not ["Data", "Migrations", ..]);
}
