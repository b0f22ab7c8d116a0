using System.CommandLine;
using AllianceApi.Graph;

namespace AllianceApi.Commands;

/// <summary>
/// Takes the options that are not the command line's own out of it: they are settings of ASP.NET (<c>--urls http://…</c>, <c>--Section:Key=value</c>),
/// which nobody can list beforehand.
/// </summary>
internal sealed class ConfigurationArguments
{
    private static readonly string[] HostSettings =
        ["urls", "environment", "contentRoot", "applicationName", "webroot", "http_ports", "https_ports", "AllowedHosts"];

    private readonly List<(string Name, bool HasValue)> _options = [];

    public List<string> Own { get; } = [];

    public List<string> Settings { get; } = [];

    public static ConfigurationArguments Split(string[] args, RootCommand root)
    {
        var known = Names(root).ToHashSet(StringComparer.Ordinal);
        var split = new ConfigurationArguments();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=', 2)[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || name.Length == 2 || known.Contains(name))
            {
                split.Own.Add(args[i]);
                continue;
            }
            var inOne = args[i].Contains('=', StringComparison.Ordinal);
            var hasNext = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            split._options.Add((name, inOne || hasNext));
            split.Settings.Add(args[i]);
            if (!inOne && hasNext)
                split.Settings.Add(args[++i]);
        }
        return split;
    }

    /// <summary>What is wrong with the settings beside this command: serving takes all, those that use the database what looks like a setting, the others none.</summary>
    public IEnumerable<string> ErrorsFor(Command command)
    {
        var serves = command is RootCommand or { Name: ServeCommand.Name };
        var usesStore = command.Name is ImportCommand.Name or BackupCommand.Name or RestoreCommand.Name or CheckCommand.Name || command.Parents.Any(parent => parent.Name == KeysCommand.Name);
        foreach (var (name, hasValue) in _options)
        {
            var setting = serves || (usesStore && IsSetting(name[2..]));
            if (!setting)
                yield return $"Unknown option '{name}' of '{command.Name}'.{Nearest.Question(Nearest.To(name, Names(command)))}";
            else if (!hasValue)
                yield return $"The option '{name}' has no value. A setting is '--Section:Key=value'.";
        }
    }

    private static bool IsSetting(string name) => name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(Command command) => command.Options
        .SelectMany(option => option.Aliases.Prepend(option.Name))
        .Concat(command.Subcommands.SelectMany(Names));
}
