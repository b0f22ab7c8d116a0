using AllianceApi.Tests.Support;
using NetArchTest.Rules;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Arrows between the folders of the program go one way, and files stay small.</summary>
public sealed class HouseTests
{
    private const string Root = "AllianceApi";

    private static readonly string[] Core = ["Shapes", "Kinds", "Graph"];

    private static readonly string[] ReadingFeatures = ["Entities", "Relations", "Statements", "Documents", "Schema", "Debates", "Timeline", "Service"];

    /// <summary>What each folder may know, besides itself; <c>Program</c> may know all.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(
        ReadingFeatures.Select(feature => KeyValuePair.Create(feature, (string[])[.. Core, "Http"])))
    {
        ["Shapes"] = [],
        ["Kinds"] = ["Shapes"],
        ["Graph"] = ["Kinds", "Shapes"],
        ["Data"] = Core,
        ["Packs"] = [.. Core, "Data"],
        ["Http"] = Core,
        ["Commands"] = [.. Core, "Data", "Packs", "Http"],
    };

    public static TheoryData<string> Folders { get; } = new(Directory.EnumerateDirectories(Repository.PathOf("src", Root))
        .Select(folder => Path.GetFileName(folder)).Where(folder => folder is not ("bin" or "obj" or "Properties" or "data")));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_what_lies_below_it(string folder)
    {
        Assert.True(Arrows.TryGetValue(folder, out var may), $"Say in {nameof(Arrows)} what {folder} may know.");
        string[] mayNot = [.. Arrows.Keys.Except(may).Where(other => other != folder).Select(other => $"{Root}.{other}.")];
        // A type is known by its full name, so that Graph does not stand for GraphX.
        var result = Types.InAssembly(typeof(Program).Assembly).That().ResideInNamespaceStartingWith($"{Root}.{folder}")
            .ShouldNot().HaveDependencyOnAny(mayNot).GetResult();
        Assert.True(result.IsSuccessful, $"{folder} must not know {string.Join(", ", mayNot)}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Program_is_short() =>
        Assert.True(File.ReadAllLines(Repository.PathOf("src", Root, "Program.cs")).Length < 60);

    [Fact]
    public void No_file_is_long()
    {
        var lengths = Sources().ToDictionary(file => Path.GetRelativePath(Repository.Root, file), file => File.ReadAllLines(file).Length);
        Assert.DoesNotContain(lengths, file => file.Value > 400);
        Assert.True(lengths.Values.Count(length => length < 150) >= lengths.Count * 9 / 10, "Nine files in ten are shorter than 150 lines.");
    }

    [Fact]
    public void Names_say_what_things_are()
    {
        string[] empty = ["Helper", "Helpers", "Manager", "Util", "Utils", "Dto"];
        var types = typeof(Program).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(types, type => Array.Exists(empty, word => type.Name.EndsWith(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Folders_are_namespaces() => Assert.All(
        Sources().Where(file => Path.GetFileName(file) != "Program.cs"),
        file => Assert.Contains(
            $"namespace {Path.GetRelativePath(Repository.PathOf("src"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')};",
            File.ReadAllText(file),
            StringComparison.Ordinal));

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.PathOf("src", Root), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal));
}
