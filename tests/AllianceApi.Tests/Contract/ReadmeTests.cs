using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AllianceApi.Commands;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>Everything that README.md shows is so.</summary>
public sealed partial class ReadmeTests(ServedGraph graph) : IClassFixture<ServedGraph>
{
    private const string Program = "dotnet run --project src/AllianceApi";

    /// <summary>Paths that are not the program's: the volume of the container, and what does not exist yet.</summary>
    private static readonly string[] Elsewhere = ["/data", "/api/v2"];

    [Fact]
    public async Task Every_request_of_the_tour_answers_as_shown()
    {
        var shown = Readme.Blocks.TakeWhile(block => block.File.Length == 0).ToList();
        var answered = 0;
        for (var i = 0; i < shown.Count; i++)
        {
            foreach (var line in shown[i].Lines.Where(line => line.StartsWith("curl ", StringComparison.Ordinal)))
            {
                var answer = await GetAsync(graph, UrlOf(line));
                if (shown[i + 1].Language != "jsonc")
                    continue;
                ShownJson.IsIn(shown[i + 1].Text, answer);
                answered++;
            }
        }
        Assert.Equal(7, answered);
    }

    [Fact]
    public async Task A_document_of_ones_own_goes_from_text_to_answer_as_shown()
    {
        using var own = new OwnDocument();
        var blocks = Readme.Blocks.SkipWhile(block => block.File.Length == 0).ToList();
        var (said, answer) = ("", "");
        foreach (var block in blocks)
        {
            if (block.File.Length > 0)
                own.Write(block.File, block.Text);
            else if (block.Language == "sh")
                (said, answer) = await RunAsync(own, block);
            else if (block.Language == "jsonc")
                ShownJson.IsIn(block.Text, answer);
            else
                Assert.Equal(block.Text, said);
        }
    }

    [Fact]
    public void Every_command_shown_is_one_that_a_test_knows()
    {
        foreach (var line in Readme.Blocks.Where(block => block.Language == "sh").SelectMany(block => block.Lines))
        {
            Assert.True(
                line is Program or "dotnet test" || line.StartsWith($"{Program} -- ", StringComparison.Ordinal) || line.StartsWith("curl ", StringComparison.Ordinal)
                || (line == "docker compose up --detach" && File.Exists(Path.Combine(Readme.Root, "docker-compose.yml"))),
                line);
        }
        Assert.True(File.Exists(Path.Combine(Readme.Root, "src", "AllianceApi", "AllianceApi.csproj")));
    }

    [Fact]
    public async Task Every_path_named_is_there()
    {
        var paths = Readme.Code.Where(code => code.Length > 1 && code[0] == '/' && char.IsAsciiLetter(code[1])).Except(Elsewhere).ToList();
        Assert.True(paths.Count > 8);
        foreach (var path in paths.Select(path => path.Replace("{code}", "unknown-id", StringComparison.Ordinal)))
        {
            var under = path.StartsWith("/api", StringComparison.Ordinal) || path.Split('/')[1] is "health" or "problems" or "schemas" or "openapi" or "swagger";
            await GetAsync(graph, under ? path : $"/api/v1{path}");
        }
    }

    [Fact]
    public async Task Every_command_is_in_the_table()
    {
        using var help = new StringWriter();
        Assert.Equal(0, await CommandLine.Run(["--help"], OwnDocument.Nothing, new Terminal(help, help, Interactive: false)));
        var commands = CommandsOf().Match($"{help}").Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Name);
        Assert.Equal(commands.Order(StringComparer.Ordinal), Readme.Table("command").Select(row => Name(row[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_is_one_that_the_program_reads()
    {
        var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))).RootElement;
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Readme.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var row in Readme.Table("setting"))
        {
            var (setting, variable) = (row[0], row[1]);
            Assert.True(Has(settings, setting.Split(':')) || sources.Contains($"\"{setting}\"", StringComparison.Ordinal), setting);
            Assert.Contains(variable, new[] { setting.Replace(":", "__", StringComparison.Ordinal), $"ASPNETCORE_{setting.ToUpperInvariant()}" });
        }
        Assert.StartsWith(settings.GetProperty("ConnectionStrings").GetProperty("Graph").GetString()!, Readme.Table("setting").First()[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "README.md")]
    [InlineData("", "CONTRIBUTING.md")]
    [InlineData("docs/decisions", "*.md")]
    public void Every_link_leads_to_a_file(string folder, string pages)
    {
        var path = Path.Combine(Readme.Root, folder);
        Assert.All(
            Directory.GetFiles(path, pages).SelectMany(page => Readme.LinksOf(File.ReadAllText(page))),
            link => Assert.True(File.Exists(Path.Combine(path, link)), link));
    }

    private static async Task<(string Said, string Answer)> RunAsync(OwnDocument own, Block block)
    {
        var (said, answer) = ("", "");
        foreach (var line in block.Lines)
        {
            if (line.StartsWith("curl ", StringComparison.Ordinal))
            {
                var served = new ServedGraph(own.Served!);
                await using (served)
                {
                    await served.InitializeAsync();
                    answer = await GetAsync(served, UrlOf(line));
                }
                continue;
            }
            said += await own.RunAsync(line[$"{Program} -- ".Length..]);
        }
        return (said, answer);
    }

    private static async Task<string> GetAsync(ServedGraph graph, string path)
    {
        using var answer = await graph.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently, $"{path} answers {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string UrlOf(string curl) => Url().Match(curl).Groups["path"].Value;

    private static string Name(string line) => line.Trim().Split(' ')[0];

    private static bool Has(JsonElement settings, IEnumerable<string> path)
    {
        foreach (var part in path)
        {
            if (!settings.TryGetProperty(part, out settings))
                return false;
        }
        return true;
    }

    [GeneratedRegex(@"http://localhost:5080(?<path>/[^' ]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"Commands:\r?\n(?<commands>(  \S.*\n)+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandsOf();
}
