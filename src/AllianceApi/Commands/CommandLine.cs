using System.CommandLine;
using System.CommandLine.Help;
using AllianceApi.Access;
using AllianceApi.Data;
using AllianceApi.Packs;

namespace AllianceApi.Commands;

/// <summary>What the command line needs of the program around it.</summary>
/// <param name="Serve">Serves until it is told to stop; takes the arguments that are configuration.</param>
/// <param name="Import">Opens the store, reads the pack against it and imports it, or says what is wrong.</param>
/// <param name="Address">Where a server with the same settings is to be asked from this machine.</param>
/// <param name="Open">The program around the store, not serving; takes the arguments that are configuration.</param>
internal sealed record Hosting(
    Func<string[], CancellationToken, Task<int>> Serve,
    Func<ImportRequest, CancellationToken, Task<LoadOutcome>> Import,
    Func<Uri> Address,
    Func<string[], IHost> Open);

/// <summary>How a command ended.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Problems = 1;
    public const int WrongUsage = 2;
}

/// <summary>The command line of the program: it serves unless told otherwise.</summary>
internal static class CommandLine
{
    private static readonly string[] RootExamples =
    [
        "AllianceApi                                        serve, with what appsettings and environment say",
        "AllianceApi --urls http://localhost:8080           serve there",
        "AllianceApi validate seed/rok-us-alliance          look for problems",
        "AllianceApi import my-pack --ConnectionStrings:Graph='Data Source=data/graph.db'",
        "",
        "From the sources: dotnet run --project src/AllianceApi -- validate seed/rok-us-alliance",
        "Settings of ASP.NET (--urls, --environment, --Section:Key=value) may stand beside serve and import.",
        "Exit codes: 0 done, 1 it failed or the pack has problems, 2 wrong usage.",
    ];

    public static async Task<int> Run(string[] args, Hosting hosting, Terminal? terminal = null)
    {
        terminal ??= Terminal.Standard;
        var settings = new List<string>();
        var root = Build(hosting, terminal, settings);
        var split = ConfigurationArguments.Split(args, root);
        settings.AddRange(split.Settings);

        var parsed = root.Parse(split.Own);
        IReadOnlyList<string> errors = [.. split.ErrorsFor(parsed.CommandResult.Command), .. parsed.Errors.Select(error => error.Message)];
        if (errors.Count > 0)
            return terminal.WrongUsage(errors, parsed.CommandResult.Command);
        try
        {
            return await InvokeAsync(parsed, terminal);
        }
        catch (Exception error) when (error is StoreException or SettingException)
        {
            return terminal.Failed(error.Message);
        }
    }

    private static Task<int> InvokeAsync(ParseResult parsed, Terminal terminal) =>
        parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // The host handles Ctrl+C and SIGTERM itself.
            ProcessTerminationTimeout = null,
        });

    private static RootCommand Build(Hosting hosting, Terminal terminal, List<string> settings)
    {
        var root = new RootCommand("A knowledge graph of a document over HTTP, every fact with its evidence. Serves unless a command is given.");
        root.SetAction((_, cancellation) => hosting.Serve([.. settings], cancellation));
        (Command Command, string[] Examples)[] commands =
        [
            (ServeCommand.Build(hosting, settings), ServeCommand.Examples),
            (ImportCommand.Build(hosting, terminal, settings), ImportCommand.Examples),
            (ValidateCommand.Build(terminal), ValidateCommand.Examples),
            (VerifyCommand.Build(terminal), VerifyCommand.Examples),
            (DocumentCommand.Build(terminal), DocumentCommand.Examples),
            (KeysCommand.Build(hosting, terminal, settings), KeysCommand.Examples),
            (BackupCommand.Build(hosting, terminal, settings), BackupCommand.Examples),
            (RestoreCommand.Build(hosting, terminal, settings), RestoreCommand.Examples),
            (CheckCommand.Build(hosting, terminal, settings), CheckCommand.Examples),
            (HealthCommand.Build(hosting, terminal), HealthCommand.Examples),
        ];
        foreach (var (command, _) in commands)
            root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!,
            commands.Append((root, RootExamples)).ToDictionary(pair => pair.Item1, pair => pair.Item2));
        return root;
    }
}
