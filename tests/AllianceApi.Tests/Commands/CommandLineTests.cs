using AllianceApi.Commands;
using AllianceApi.Graph;
using AllianceApi.Packs;
using AllianceApi.Tests.Packs;
using Xunit;

namespace AllianceApi.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private string[]? _served;
    private ImportRequest? _imported;

    [Theory]
    [InlineData("", "")]
    [InlineData("serve", "")]
    [InlineData("--urls http://localhost:1", "--urls http://localhost:1")]
    [InlineData("serve --urls http://localhost:1 --ConnectionStrings:Graph=x --environment Development", "--urls http://localhost:1 --ConnectionStrings:Graph=x --environment Development")]
    [InlineData("--urls=http://localhost:1 serve", "--urls=http://localhost:1")]
    public async Task It_serves_unless_told_otherwise_and_passes_settings_on(string arguments, string settings)
    {
        Assert.Equal(0, await Run(arguments));
        Assert.Equal(settings, string.Join(' ', _served!));
    }

    [Theory]
    [InlineData("validate", "Required argument missing for command: 'validate'.")]
    [InlineData("validat x", "Unrecognized command or argument 'validat'.")]
    [InlineData("document x --idd y", "Unknown option '--idd' of 'document'. Did you mean '--id'")]
    [InlineData("validate x --urls=http://x", "Unknown option '--urls' of 'validate'.")]
    [InlineData("serve --urls", "The option '--urls' has no value.")]
    [InlineData("verify x --document /nowhere/at/all", "File does not exist: '/nowhere/at/all'.")]
    [InlineData("document /nowhere/at/all --id Bad_Id", "'Bad_Id' is no id.")]
    public async Task Wrong_usage_ends_with_2_and_says_why(string arguments, string error)
    {
        Assert.Equal(2, await Run(arguments));
        Assert.Contains(error, $"{_error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "AllianceApi validate seed/rok-us-alliance")]
    [InlineData("import --help", "AllianceApi import my-pack --ConnectionStrings:Graph")]
    [InlineData("verify -h", "AllianceApi verify seed/rok-us-alliance --document alliance.txt")]
    public async Task Help_shows_examples(string arguments, string example)
    {
        Assert.Equal(0, await Run(arguments));
        Assert.Contains(example, $"{_output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_counts_a_whole_pack_and_lists_the_problems_of_a_broken_one()
    {
        using var folder = PackFolder.Whole();
        Assert.Equal(0, await Run("validate", folder.Path));
        Assert.EndsWith("1 document with 2 passages, 2 predicates, 3 entities, 2 statements with 2 facts. No problems.\n", $"{_output}", StringComparison.Ordinal);

        folder.Write("more.yaml", $"statements: [{string.Join(", ", Enumerable.Repeat("x", 250))}]");
        Assert.Equal(1, await Run("validate", folder.Path));
        Assert.EndsWith("... and 50 more.\n250 problems.\n", $"{_output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_hands_the_files_and_settings_over()
    {
        using var folder = PackFolder.Whole();
        Assert.Equal(0, await Run("import", folder.Path, "--ConnectionStrings:Graph=x"));
        Assert.Equal(["--ConnectionStrings:Graph=x"], _imported!.Settings);
        Assert.Equal(3, _imported.Read(Known.Nothing).Pack!.Entities.Count);
        Assert.Equal("Nothing to change: the graph stays at revision 1.\n", $"{_output}");
    }

    [Fact]
    public async Task A_document_is_written_once_and_verified_against_its_text()
    {
        using var folder = PackFolder.Empty();
        var text = Path.Combine(folder.Path, "text.txt");
        await File.WriteAllTextAsync(text, "The harbour\nWalls\nShips come in. They leave again.\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, await Run("document", text, "--id", "harbour", "--out", folder.Path));
        Assert.Equal(2, await Run("document", text, "--id", "harbour", "--out", folder.Path));
        Assert.Equal(0, await Run("verify", folder.Path, "--document", text));
        Assert.Contains("no statement cites the passage 'walls.p1s2'.", $"{_output}", StringComparison.Ordinal);
        Assert.EndsWith("2 passages as in the text, 2 without a statement.\n", $"{_output}", StringComparison.Ordinal);

        await File.WriteAllTextAsync(text, "The harbour\nWalls\nShips come in. They stay here. For good.\n", TestContext.Current.CancellationToken);
        Assert.Equal(1, await Run("verify", folder.Path, "--document", text));
        Assert.Contains("the passage 'walls.p1s2' has other words in the copy.", $"{_output}", StringComparison.Ordinal);
        Assert.Contains("the copy has a passage 'walls.p1s3' at 49 that the pack has not.", $"{_output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_not_utf_8_is_a_problem_of_the_text()
    {
        using var folder = PackFolder.Empty();
        var text = Path.Combine(folder.Path, "text.txt");
        await File.WriteAllBytesAsync(text, [0x41, 0xff], TestContext.Current.CancellationToken);
        Assert.Equal(1, await Run("document", text, "--id", "harbour"));
        Assert.Contains("the file is not UTF-8.", $"{_output}", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private Task<int> Run(string arguments) => Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private Task<int> Run(params string[] arguments) => CommandLine.Run(arguments, new Hosting(
        (settings, _) => Task.FromResult((_served = settings).Length * 0),
        (request, _) =>
        {
            _imported = request;
            return Task.FromResult(new LoadOutcome(new SnapshotBuilder().Build(), new ChangeSet { By = "test", Note = "" }, []));
        },
        () => new Uri("http://localhost:1"),
        _ => throw new InvalidOperationException()),
        new Terminal(_output, _error, Interactive: false));
}
