using System.Text.RegularExpressions;
using AllianceApi.Commands;
using AllianceApi.Data;
using AllianceApi.Packs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceApi.Tests.Contract;

/// <summary>A folder in which commands are run as they are typed, with the paths of <c>my-…</c> in it.</summary>
internal sealed partial class OwnDocument : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alliance-").FullName;

    /// <summary>For commands that need nothing of the program around them.</summary>
    public static Hosting Nothing { get; } = new(
        (_, _) => throw new InvalidOperationException(), (_, _) => throw new InvalidOperationException(), () => throw new InvalidOperationException(), _ => throw new InvalidOperationException());

    /// <summary>The folder of the database that was served last.</summary>
    public string? Served { get; private set; }

    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>What a command says; it must succeed.</summary>
    public async Task<string> RunAsync(string command)
    {
        using var output = new StringWriter();
        var hosting = Nothing with { Serve = Serve, Import = ImportAsync };
        string[] arguments = [.. Arguments(command).Select(argument => argument.Replace("my-", $"{_folder}/my-", StringComparison.Ordinal))];
        Assert.True(await CommandLine.Run(arguments, hosting, new Terminal(output, output, Interactive: false)) == 0, $"{command}: {output}");
        return $"{output}".Replace($"{_folder}/", "", StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>As a shell takes them apart: by blanks that are not between single quotes.</summary>
    private static IEnumerable<string> Arguments(string command) =>
        Argument().Matches(command).Select(match => match.Value.Replace("'", "", StringComparison.Ordinal));

    [GeneratedRegex("([^' ]|'[^']*')+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument();

    private static async Task<LoadOutcome> ImportAsync(ImportRequest request, CancellationToken stopping)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(request.Settings).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddStore(configuration).AddSingleton<SeedFolder>().AddSingleton<PackLoading>().BuildServiceProvider();
        await using (services)
            return await services.GetRequiredService<PackLoading>().LoadAsync(request.Read, stopping);
    }

    private Task<int> Serve(string[] settings, CancellationToken stopping)
    {
        var connection = new ConfigurationBuilder().AddCommandLine(settings).Build().GetConnectionString("Graph")!;
        Served = Path.GetDirectoryName(connection["Data Source=".Length..]);
        return Task.FromResult(0);
    }
}
