using System.CommandLine;
using AllianceApi.Packs;

namespace AllianceApi.Commands;

internal static class ValidateCommand
{
    public static readonly string[] Examples = ["AllianceApi validate seed/rok-us-alliance"];

    public static Command Build(Terminal terminal)
    {
        var folder = Folder.Argument();
        var command = new Command("validate", "Look for problems of a pack, all at once, each with its place and a mend. Writes nothing.") { folder };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(folder);
            var result = PackReader.Read(PackFiles.Of(name, terminal.Progress));
            return result.Pack is null ? terminal.Problems(result.Problems) : terminal.Done($"{name}: {Counted.Of(result.Pack)}. No problems.");
        });
        return command;
    }
}
